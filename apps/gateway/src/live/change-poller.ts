import type { LeadChange } from '@relance/contracts-leads';
import { createLogger } from '@relance/service-runtime';
import { CursorRefusedError, type LeadChangesFeed } from './lead-changes-feed';

const log = createLogger('live');

/** Whom the poller tells. */
export type ChangeReader = {
  /** What happened since the last call. */
  changed(changes: readonly LeadChange[]): void;
  /** Something may have happened that will not be told. */
  missed(): void;
};

export type PollerPace = {
  /** From one question to the next, in ms, and … */
  everyMs: number;
  /** … when nothing has happened for `quietAfterMs`. */
  quietEveryMs: number;
  quietAfterMs: number;
  /** Longest wait after failures. */
  maxBackoffMs: number;
};

export const DEFAULT_PACE: PollerPace = {
  everyMs: 200,
  quietEveryMs: 400,
  quietAfterMs: 30_000,
  maxBackoffMs: 2_000,
};

/** A single lost answer is asked for again from the same place; from the second in a row on, the place is given up. */
const FAILURES_BORNE = 1;
/** Full pages in a row; who is further behind begins again at the end. */
const MOST_FULL_PAGES = 10;

/** One stay at the feed, from the first listener to the last. */
type Run = {
  cursor: string | undefined;
  failures: number;
  fullPages: number;
  missed: boolean;
  lastChangeAt: number;
  lastReadAt: number;
  timer?: NodeJS.Timeout;
  settled: Promise<void>;
};

/**
 * Follows the changes of leads while somebody listens, once for all listeners. It begins at the end of the log, and keeps no
 * cursor beyond the last listener: who comes later reads what is there.
 */
export class ChangePoller {
  #run: Run | undefined;

  constructor(
    private readonly feed: LeadChangesFeed,
    private readonly reader: ChangeReader,
    private readonly pace: PollerPace = DEFAULT_PACE,
  ) {}

  /**
   * Starts unless it runs. Resolves once what happens from then on is told, or once the feed did not answer: then `missed` will be
   * called when it does.
   */
  start(): Promise<void> {
    if (this.#run) return this.#run.settled;
    const now = performance.now();
    const run: Run = {
      ...{ cursor: undefined, failures: 0, fullPages: 0, missed: false },
      ...{ lastChangeAt: now, lastReadAt: now, settled: Promise.resolve() },
    };
    this.#run = run;
    run.settled = this.#step(run);
    return run.settled;
  }

  stop(): void {
    clearTimeout(this.#run?.timer);
    this.#run = undefined;
  }

  /** Seconds since the changes were last read; 0 while nobody listens. */
  get lagSeconds(): number {
    return this.#run ? (performance.now() - this.#run.lastReadAt) / 1000 : 0;
  }

  /** Asks once, and plans the next time. */
  async #step(run: Run): Promise<void> {
    const began = performance.now();
    let wait: number;
    try {
      const more = run.cursor === undefined ? await this.#begin(run) : await this.#goOn(run, run.cursor);
      wait = more ? 0 : this.#interval(run) - (performance.now() - began);
    } catch (error) {
      wait = this.#failed(run, error);
    }
    if (this.#run === run) run.timer = setTimeout(() => void this.#step(run), Math.max(0, wait));
  }

  async #begin(run: Run): Promise<boolean> {
    const end = await this.feed.end();
    if (this.#run !== run) return false;
    this.#answered(run);
    run.cursor = end;
    run.fullPages = 0;
    if (run.missed) this.reader.missed();
    run.missed = false;
    return false;
  }

  /** Tells whether to ask again at once. */
  async #goOn(run: Run, cursor: string): Promise<boolean> {
    const { changes, next, more } = await this.feed.after(cursor);
    if (this.#run !== run) return false;
    this.#answered(run);
    run.fullPages = more ? run.fullPages + 1 : 0;
    if (run.fullPages > MOST_FULL_PAGES) {
      this.#giveUp(run);
      return true;
    }
    run.cursor = next;
    if (changes.length > 0) {
      run.lastChangeAt = performance.now();
      this.reader.changed(changes);
    }
    return more;
  }

  #answered(run: Run): void {
    if (run.failures > 0) log.info({ dependency: 'leads' }, 'changes of leads can be read again');
    run.failures = 0;
    run.lastReadAt = performance.now();
  }

  /** How long to wait after a failure, in ms. */
  #failed(run: Run, err: unknown): number {
    if (this.#run !== run) return 0;
    run.failures += 1;
    if (run.failures === 1) log.warn({ dependency: 'leads', err }, 'changes of leads cannot be read');
    const refused = err instanceof CursorRefusedError;
    if (refused || run.cursor === undefined || run.failures > FAILURES_BORNE) this.#giveUp(run);
    return Math.min(this.pace.everyMs * 2 ** Math.min(run.failures - 1, 10), this.pace.maxBackoffMs);
  }

  #giveUp(run: Run): void {
    run.cursor = undefined;
    run.missed = true;
  }

  #interval({ lastChangeAt }: Run): number {
    const { everyMs, quietEveryMs, quietAfterMs } = this.pace;
    return performance.now() - lastChangeAt > quietAfterMs ? quietEveryMs : everyMs;
  }
}
