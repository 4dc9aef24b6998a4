import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { BEGINNING, type EventFeedPage } from '@relance/event-log';
import { correlationId, createLogger } from '@relance/service-runtime';
import { ServiceTokenSigner } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { LeadsConfig } from '../config';
import { secondsSince } from '../event-reader-lag';
import { learnPassedOver } from './learn-passed-over';
import { applyOrganisationEvent } from './organisation-events';

const FOLLOWER = 'organisation';
const PAGE = 500;
/** Committed events become readable when older transactions have ended: within milliseconds, as those are short. */
const UNSETTLED_PATIENCE_MS = 2_000;
const UNSETTLED_PAUSE_MS = 10;

const log = createLogger('organisation-feed');

/**
 * Keeps the copies of points of sale, people and lead sources: reads the organisation's feed after a cursor that moves in the
 * same transaction as what was written. Delivery is at least once, effect exactly once.
 */
@Injectable()
export class OrganisationFeed {
  #passedOverLearnt = false;
  /** When the last complete reading began, on the monotonic clock, in ms. */
  #readAt = -Infinity;
  #answers = true;
  /** When the oldest event was recorded that the organisation could not give yet. */
  #heldBackSince: string | undefined;
  #underWay: Promise<number> | undefined;
  #next: Promise<number> | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly signer: ServiceTokenSigner,
    private readonly config: LeadsConfig,
  ) {}

  /**
   * Reads all there is now. Callers that come while a reading is under way share the next one, which begins after
   * they asked: each sees at least what was true at its call. Gives the number of events read.
   */
  async pull(): Promise<number> {
    if (!this.#underWay) {
      this.#underWay = this.#readAll().finally(() => (this.#underWay = undefined));
      return this.#underWay;
    }
    this.#next ??= this.#underWay
      .catch(() => 0)
      .then(() => {
        this.#next = undefined;
        return this.pull();
      });
    return this.#next;
  }

  /**
   * As {@link pull}, but when the organisation does not answer, what is known already has to do.
   * @param freshMs what was read so recently is recent enough; for thousands of callers at one instant
   */
  async catchUp(freshMs = 0): Promise<void> {
    if (performance.now() - this.#readAt < freshMs) return;
    try {
      await this.pull();
    } catch (error) {
      log.warn({ err: error }, 'organisation does not answer; going on with what is known');
    }
  }

  /** Whether the last reading went well; true before the first. */
  get answers(): boolean {
    return this.#answers;
  }

  /** How old what is known may be: since the oldest event held back, or since the last answer (else the start). */
  lagSeconds(): number {
    if (!this.#answers) return (performance.now() - Math.max(0, this.#readAt)) / 1000;
    return secondsSince(this.#heldBackSince);
  }

  async #readAll(): Promise<number> {
    const began = performance.now();
    try {
      const total = await this.#readPages(began + UNSETTLED_PATIENCE_MS);
      if (!this.#passedOverLearnt) await learnPassedOver(this.dataSource, (after) => this.#fetch(after));
      this.#passedOverLearnt = true;
      this.#readAt = began;
      this.#answers = true;
      return total;
    } catch (error) {
      this.#answers = false;
      throw error;
    }
  }

  async #readPages(patientUntil: number): Promise<number> {
    let total = 0;
    for (;;) {
      const { handled, settled } = await this.#readPage();
      total += handled;
      if (handled === PAGE) continue;
      if (settled || performance.now() > patientUntil) return total;
      await delay(UNSETTLED_PAUSE_MS);
    }
  }

  async #readPage(): Promise<{ handled: number; settled: boolean }> {
    const rows = await this.dataSource.query<{ cursor: string }[]>(
      'SELECT cursor FROM leads.follower_cursor WHERE follower = $1',
      [FOLLOWER],
    );
    const after = rows[0]?.cursor ?? BEGINNING;
    const page = await this.#fetch(after);
    this.#heldBackSince = page.heldBackSince;
    if (page.events.length === 0) return { handled: 0, settled: page.settled };
    const moved = await this.dataSource.transaction(async (tx) => {
      if (!(await this.#moveCursor(tx, after, page.next))) return false;
      for (const event of page.events) await applyOrganisationEvent(tx, event);
      return true;
    });
    // Another process was faster, with what it had been given: perhaps with fewer events than these.
    if (!moved) return { handled: 0, settled: false };
    return { handled: page.events.length, settled: page.settled };
  }

  /** False when another process moved it first: then that one applied events after the same cursor. */
  async #moveCursor(tx: EntityManager, from: string, to: string): Promise<boolean> {
    const [moved] = (await tx.query(
      `INSERT INTO leads.follower_cursor AS c (follower, cursor) VALUES ($1, $3)
       ON CONFLICT (follower) DO UPDATE SET cursor = $3, moved_at = now() WHERE c.cursor = $2
       RETURNING cursor`,
      [FOLLOWER, from, to],
    )) as unknown[];
    return moved !== undefined;
  }

  async #fetch(after: string): Promise<EventFeedPage> {
    const token = await this.signer.sign({ kind: 'service', service: 'leads' }, 'organisation');
    const url = new URL('/internal/events', this.config.organisationUrl);
    url.searchParams.set('after', after);
    url.searchParams.set('limit', String(PAGE));
    const response = await fetch(url, {
      headers: { 'x-relance-token': token, 'x-correlation-id': correlationId() ?? '' },
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`organisation answered ${response.status} to its feed`);
    return (await response.json()) as EventFeedPage;
  }
}
