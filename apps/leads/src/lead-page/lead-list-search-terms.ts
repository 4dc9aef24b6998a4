import { pgPool } from '@relance/database';
import { createLogger } from '@relance/service-runtime';
import type { DataSource } from 'typeorm';

const log = createLogger('lead-list');

const RELOAD_AFTER_MS = 10 * 60_000;
const RETRY_AFTER_MS = 10_000;
/** A word of more contacts than this share of all is common. */
const COMMON_SHARE = 0.005;

type Frequency = { word: string; share: number };

/**
 * How common the words are that contacts are searched by, as PostgreSQL's own statistics say. Looking up « camille » in
 * the index gathers every Camille there is, to find the one whose last name is known too: it is quicker to look up the
 * rare word, and to look for the common ones in what was found.
 */
export class SearchTerms {
  #words: readonly Frequency[] = [];
  #loaded: Promise<void> | undefined;
  #loadAgainAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** @param search text of a `tsquery` whose terms are joined by « & » */
  async commonOf(search: string | null, nowMs: number): Promise<ReadonlySet<string> | undefined> {
    if (search === null || !search.includes(' & ')) return undefined;
    if (nowMs >= this.#loadAgainAt) {
      this.#loadAgainAt = nowMs + RELOAD_AFTER_MS;
      this.#loaded = this.#load().catch((err: unknown) => {
        // Every search finds the same without them, only later.
        log.warn({ err }, 'the statistics of contacts cannot be read');
        this.#loadAgainAt = nowMs + RETRY_AFTER_MS;
      });
    }
    await this.#loaded;
    return new Set(search.split(' & ').filter((term) => this.#shareOf(term) > COMMON_SHARE));
  }

  #shareOf(term: string): number {
    const [, text = '', beginning] = /^'(.*)'(:\*)?$/.exec(term) ?? [];
    let all = 0;
    for (const { word, share } of this.#words) {
      if (beginning ? word.startsWith(text) : word === text) all += share;
    }
    return all;
  }

  async #load(): Promise<void> {
    const { rows } = await pgPool(this.dataSource).query<{ word: string; share: number }>(
      `SELECT w.word, w.share
         FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS w(word, share)
        WHERE s.schemaname = 'leads' AND s.tablename = 'contact' AND s.attname = 'search' AND w.word IS NOT NULL`,
    );
    this.#words = rows;
  }
}
