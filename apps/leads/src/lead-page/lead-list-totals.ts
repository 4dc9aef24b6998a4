import { Injectable } from '@nestjs/common';
import { RecentMap } from './recent-map';

/** What a list was found to be like is remembered so long, in ms. */
const REMEMBERED_MS = 20_000;
/** For so long the leads of a page are expected to be in memory still. */
const PAGE_REMEMBERED_MS = 10 * 60_000;
const REMEMBERED_PER_GENERATION = 2_500;

/**
 * Leads are counted up to here. It is well above the 10,000 up to which totals are exact, so that a list which was
 * longer than this a few seconds ago still has more than 10,000 leads.
 */
export const COUNTED_AT_MOST = 12_000;

/** Keys of lists or pages that were found to be of one kind, for a while. */
class Recent {
  readonly #until = new RecentMap<number>(REMEMBERED_PER_GENERATION);

  constructor(private readonly rememberedMs = REMEMBERED_MS) {}

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
  readonly #long = new Recent();

  isLong(key: string, nowMs: number): boolean {
    return this.#long.has(key, nowMs);
  }

  remember(key: string, nowMs: number): void {
    this.#long.add(key, nowMs);
  }
}

/** Remembers the lists whose leads are so far apart in an index that walking it does not fill a page. */
export class SparseLists {
  readonly #sparse = new Recent();

  isSparse(key: string, nowMs: number): boolean {
    return this.#sparse.has(key, nowMs);
  }

  remember(key: string, nowMs: number): void {
    this.#sparse.add(key, nowMs);
  }
}

/** Remembers which pages were read: of their leads only the versions are read again. */
export class ReadPages {
  readonly #read = new Recent(PAGE_REMEMBERED_MS);

  wasRead(key: string, nowMs: number): boolean {
    return this.#read.has(key, nowMs);
  }

  remember(key: string, nowMs: number): void {
    this.#read.add(key, nowMs);
  }
}
