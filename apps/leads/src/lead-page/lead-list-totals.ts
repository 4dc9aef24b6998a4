import { Injectable } from '@nestjs/common';
import { RecentMap } from './recent-map';

const KEYS_PER_GENERATION = 2_500;
/** What a list was found to be like is remembered so long, in ms. */
export const LIST_REMEMBERED_MS = 20_000;

/**
 * Leads are counted up to here. It is well above the 10,000 up to which totals are exact, so that a list which was
 * longer than this a few seconds ago still has more than 10,000 leads.
 */
export const COUNTED_AT_MOST = 12_000;

/** Keys of lists or pages that were found to be of one kind, each for so long. */
export class RecentKeys {
  readonly #until = new RecentMap<number>(KEYS_PER_GENERATION);

  constructor(private readonly rememberedMs: number) {}

  has(key: string, nowMs: number): boolean {
    return (this.#until.get(key) ?? 0) > nowMs;
  }

  add(key: string, nowMs: number): void {
    this.#until.set(key, nowMs + this.rememberedMs);
  }
}

/** Remembers which lists were too long to be counted, so as not to count them for each page. Exact totals never are. */
@Injectable()
export class LongLists {
  readonly #long = new RecentKeys(LIST_REMEMBERED_MS);

  isLong(key: string, nowMs: number): boolean {
    return this.#long.has(key, nowMs);
  }

  remember(key: string, nowMs: number): void {
    this.#long.add(key, nowMs);
  }
}
