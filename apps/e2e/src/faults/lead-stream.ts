import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../client/api';
import { ago, newLead } from '../client/dealership';

const PAUSE_MS = 250;

/** How old leads are when they are sent, in minutes. */
export type Ages = { from: number; to: number };

/** A lead that was acknowledged. */
export type Acknowledged = { id: string; deadlineAt: string; tries: number };

/**
 * A source that sends leads at a rate, whatever happens behind, and repeats each one with the same Idempotency-Key until
 * it is acknowledged. Their ages are spread over a range, so that at any instant marks and deadlines come due.
 */
export class LeadStream {
  readonly acknowledged: Acknowledged[] = [];
  /** What else than an acknowledgement was answered, by status; 0: no answer at all. */
  readonly refusals = new Map<number, number>();
  readonly #api: Api;
  readonly #ages: Ages;
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;

  constructor(api: Api, ages: Ages) {
    this.#api = api;
    this.#ages = ages;
  }

  get sent(): number {
    return this.#sent;
  }

  start(perSecond: number): void {
    this.#timer = setInterval(() => {
      const sending: Promise<void> = this.#send().finally(() => this.#underWay.delete(sending));
      this.#underWay.add(sending);
    }, 1000 / perSecond);
  }

  /** Waits until so many more leads were acknowledged. */
  async goesOn(leads = 30): Promise<void> {
    const wanted = this.acknowledged.length + leads;
    while (this.acknowledged.length < wanted) await sleep(50);
  }

  /** Sends no more, and waits until all that was sent is acknowledged. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
  }

  async #send(): Promise<void> {
    const index = (this.#sent += 1);
    const { from, to } = this.#ages;
    const share = (index * 0.618_034) % 1;
    const body = newLead({ receivedAt: ago({ minutes: from + (to - from) * share }) });
    const headers = { 'idempotency-key': randomUUID() };
    for (let tries = 1; ; tries += 1) {
      const answer = await this.#api.call('POST /leads', { body, headers }).catch(() => undefined);
      if (answer?.status === 201) {
        const { id, deadlineAt } = answer.body;
        this.acknowledged.push({ id, deadlineAt, tries });
        return;
      }
      const status = answer?.status ?? 0;
      this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1);
      await sleep(PAUSE_MS);
    }
  }
}
