import { Inject, Injectable } from '@nestjs/common';
import { FOLLOWED_EVENTS, type FollowedEvent, type LeadFollowState } from '@relance/contracts-leads';
import { BEGINNING, readEvents, type StoredEvent } from '@relance/event-log';
import { createLogger, withCorrelationId } from '@relance/service-runtime';
import { isGrpcServiceError } from '@temporalio/client';
import { Counter, Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { LeadWorkflows } from './lead-workflows';

const FOLLOWER = 'lead-dispatcher';
const BATCH = 1_000;
const PARALLEL = 48;
const FOLLOWED: ReadonlySet<string> = new Set(FOLLOWED_EVENTS);
/** INVALID_ARGUMENT, FAILED_PRECONDITION… of gRPC: the same call would be refused for ever. */
const REFUSED_FOR_GOOD = new Set([3, 9, 11, 12]);

const log = createLogger('lead-dispatcher');

const dispatched = new Counter({
  name: 'relance_lead_events_dispatched_total',
  help: 'Events told to workflows',
  labelNames: ['type'],
});
const refused = new Counter({
  name: 'relance_lead_events_refused_total',
  help: 'Events that Temporal refused for good; the hourly comparison mends what they leave',
});
const lag = new Gauge({
  name: 'relance_event_reader_lag_seconds',
  help: 'Age of the oldest event the reader has not handled',
  labelNames: ['reader'],
});

/**
 * Tells workflows what happened: reads the event log in commit order, many leads at once, in order within each lead.
 * The cursor moves after a batch was told, so a crash tells part of it again; that is harmless (LeadWorkflows).
 */
@Injectable()
export class LeadDispatcher {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly workflows: LeadWorkflows,
  ) {}

  /** Handles one batch; gives the number of events read. Throws while Temporal does not answer; call it again. */
  async step(): Promise<number> {
    const after = await this.#cursor();
    const events = await readEvents(this.dataSource, 'leads', after, BATCH);
    if (events.length === 0) {
      lag.set({ reader: FOLLOWER }, 0);
      return 0;
    }
    lag.set({ reader: FOLLOWER }, Math.max(0, (Date.now() - Date.parse(events[0]!.occurredAt)) / 1000));
    await this.#tellAll(events.filter(({ type }) => FOLLOWED.has(type)));
    await this.#moveCursor(after, events.at(-1)!.cursor);
    return events.length;
  }

  async #tellAll(events: StoredEvent[]): Promise<void> {
    const byLead = [...Map.groupBy(events, ({ subject }) => subject).values()];
    let next = 0;
    const tellLeads = async (): Promise<void> => {
      for (let index = next++; index < byLead.length; index = next++) {
        for (const event of byLead[index]!) await this.#tell(event);
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL, byLead.length) }, tellLeads));
  }

  async #tell(event: StoredEvent): Promise<void> {
    const type = event.type as FollowedEvent;
    const { follow } = event.data as { follow: LeadFollowState };
    try {
      await withCorrelationId(event.correlationId ?? '', () =>
        type === 'lead.received' ? this.workflows.begin(follow) : this.workflows.tell(type, follow),
      );
      dispatched.inc({ type });
    } catch (error) {
      if (!isGrpcServiceError(error) || !REFUSED_FOR_GOOD.has(error.code)) throw error;
      refused.inc();
      log.error({ err: error, position: event.position, leadId: event.subject }, 'Temporal refuses an event');
    }
  }

  async #cursor(): Promise<string> {
    const rows = await this.dataSource.query<{ cursor: string }[]>(
      'SELECT cursor FROM leads.follower_cursor WHERE follower = $1',
      [FOLLOWER],
    );
    return rows[0]?.cursor ?? BEGINNING;
  }

  /** Only from where it was read: of two dispatchers at work the slower one changes nothing. */
  async #moveCursor(from: string, to: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO leads.follower_cursor AS c (follower, cursor) VALUES ($1, $3)
       ON CONFLICT (follower) DO UPDATE SET cursor = $3, moved_at = now() WHERE c.cursor = $2`,
      [FOLLOWER, from, to],
    );
  }
}
