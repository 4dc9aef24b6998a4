import { Inject, Injectable } from '@nestjs/common';
import {
  FOLLOWED_EVENTS,
  type FollowedEvent,
  type LeadEvents,
  type LeadFollowState,
} from '@relance/contracts-leads';
import { BEGINNING, heldBackSince, readEvents, type EventCursor, type StoredEvent } from '@relance/event-log';
import { createLogger, withCorrelationId } from '@relance/service-runtime';
import { inTime } from '@relance/temporal';
import { Client } from '@temporalio/client';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { eventReaderLag, secondsSince } from '../event-reader-lag';
import { LeadNamespace } from './lead-namespace';
import { LeadWorkflows } from './lead-workflows';
import { isRefusedForGood } from './refused-for-good';

const BATCH = 1_000;
const FOLLOWED: ReadonlySet<string> = new Set(FOLLOWED_EVENTS);

/** One way through the event log, with a cursor of its own. */
export type DispatchLane = {
  follower: string;
  parallel: number;
  /** What Temporal lets go first when there is more than workers can do; 1 before 3 (the default) before 5. */
  priority?: number;
  takes(event: StoredEvent): boolean;
};

/** Leads of an imported file: a hundred thousand of them must not make a lead that arrives now wait for its workflow. */
export const BULK_LANE: DispatchLane = {
  follower: 'lead-dispatcher-bulk',
  parallel: 12,
  priority: 4,
  takes: isImported,
};

/** Everything else. What happens to an imported lead is told here, and starts its workflow if the file is not so far. */
export const LIVE_LANE: DispatchLane = {
  follower: 'lead-dispatcher',
  parallel: 48,
  takes: (event) => FOLLOWED.has(event.type) && !isImported(event),
};

function isImported({ type, data }: StoredEvent): boolean {
  return type === 'lead.received' && (data as LeadEvents['lead.received']).channel === 'CSV';
}

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

/**
 * Tells workflows what happened: reads the event log in commit order, many leads at once, in order within each lead.
 * The cursor moves after a batch was told, so a crash tells part of it again; that is harmless (LeadWorkflows).
 */
@Injectable()
export class LeadDispatcher {
  /** Where each lane is, while nobody else moves it. */
  readonly #cursors = new Map<DispatchLane, EventCursor>();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly workflows: LeadWorkflows,
    private readonly client: Client,
    private readonly namespace: LeadNamespace,
  ) {}

  /**
   * Handles one batch of a lane; gives the number of events read. Throws while Temporal does not answer, or when its
   * namespace is not prepared; call it again.
   * @param signal ends the wait for Temporal
   */
  async step(signal = new AbortController().signal, lane = LIVE_LANE): Promise<number> {
    const after = await this.#cursor(lane);
    const events = await readEvents(this.dataSource, 'leads', after, BATCH);
    const mine = events.filter((event) => lane.takes(event));
    // A long transaction holds back what comes after it: then there is nothing to read, and all the more behind.
    const waitingSince =
      events.length === 0 ? await heldBackSince(this.dataSource, 'leads', after) : mine[0]?.occurredAt;
    eventReaderLag.set({ reader: lane.follower }, secondsSince(waitingSince));
    await this.namespace.prepare(signal);
    if (events.length === 0) return 0;
    await this.#tellAll(mine, lane, signal);
    await this.#moveCursor(lane, after, events.at(-1)!.cursor);
    return events.length;
  }

  /** Rejects with the first failure, once nothing is under way any more. */
  async #tellAll(events: StoredEvent[], lane: DispatchLane, signal: AbortSignal): Promise<void> {
    const byLead = [...Map.groupBy(events, ({ subject }) => subject).values()];
    const failures: unknown[] = [];
    let next = 0;
    const tellLeads = async (): Promise<void> => {
      for (let index = next++; index < byLead.length && failures.length === 0; index = next++) {
        for (const event of byLead[index]!) await this.#tell(event, lane, signal);
      }
    };
    const telling = Array.from({ length: Math.min(lane.parallel, byLead.length) }, () =>
      tellLeads().catch((error: unknown) => failures.push(error)),
    );
    await Promise.all(telling);
    if (failures.length > 0) throw failures[0];
  }

  async #tell(event: StoredEvent, { priority }: DispatchLane, signal: AbortSignal): Promise<void> {
    const type = event.type as FollowedEvent;
    const { follow } = event.data as { follow: LeadFollowState };
    try {
      await withCorrelationId(event.correlationId ?? '', () =>
        inTime(
          this.client,
          async () => {
            if (type === 'lead.received') await this.workflows.begin(follow, priority);
            else await this.workflows.tell(type, follow);
          },
          signal,
        ),
      );
      dispatched.inc({ type });
    } catch (error) {
      if (!isRefusedForGood(error) || (await this.namespace.isToBlameFor(error))) throw error;
      refused.inc();
      log.error({ err: error, position: event.position, leadId: event.subject }, 'Temporal refuses an event');
    }
  }

  async #cursor(lane: DispatchLane): Promise<EventCursor> {
    const known = this.#cursors.get(lane);
    if (known) return known;
    const rows = await this.dataSource.query<{ cursor: EventCursor }[]>(
      'SELECT cursor FROM leads.follower_cursor WHERE follower = $1',
      [lane.follower],
    );
    const cursor = rows[0]?.cursor ?? BEGINNING;
    this.#cursors.set(lane, cursor);
    return cursor;
  }

  /** Only from where it was read: of two dispatchers at work the slower one changes nothing, and reads it anew. */
  async #moveCursor(lane: DispatchLane, from: EventCursor, to: EventCursor): Promise<void> {
    this.#cursors.delete(lane);
    const moved = await this.dataSource.query<unknown[]>(
      `INSERT INTO leads.follower_cursor AS c (follower, cursor) VALUES ($1, $3)
       ON CONFLICT (follower) DO UPDATE SET cursor = $3, moved_at = now() WHERE c.cursor = $2
       RETURNING cursor`,
      [lane.follower, from, to],
    );
    if (moved.length > 0) this.#cursors.set(lane, to);
  }
}
