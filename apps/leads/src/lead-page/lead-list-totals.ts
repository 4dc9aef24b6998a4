import { Injectable } from '@nestjs/common';

/** « More than {@link COUNTED_AT_MOST} » is remembered so long, in ms. */
const REMEMBERED_MS = 20_000;
const MAX_REMEMBERED = 5_000;

/**
 * Leads are counted up to here. It is well above the 10,000 up to which totals are exact, so that a list which was
 * longer than this a few seconds ago still has more than 10,000 leads.
 */
export const COUNTED_AT_MOST = 12_000;

/** Remembers which lists were too long to be counted, so as not to count them for each page. Exact totals never are. */
@Injectable()
export class LongLists {
  readonly #until = new Map<string, number>();

  isLong(key: string, nowMs: number): boolean {
    return (this.#until.get(key) ?? 0) > nowMs;
  }

  remember(key: string, nowMs: number): void {
    this.#until.delete(key);
    this.#until.set(key, nowMs + REMEMBERED_MS);
    if (this.#until.size > MAX_REMEMBERED) this.#until.delete(this.#until.keys().next().value!);
  }
}
