import { setTimeout as delay } from 'node:timers/promises';

export type EventFollowerOptions = {
  /** Handles what came since the last call; gives the number of events handled. It may throw: it is called again. */
  step(signal: AbortSignal): Promise<number>;
  /** Called with each failure, and how many came in a row. */
  onError(error: unknown, failures: number): void;
  /** How long to wait after a step that found nothing, in ms. */
  idleMs: number;
  /** Longest wait after failures, in ms. */
  maxBackoffMs?: number;
};

/**
 * Calls `step` for ever, without pause while there is work, and with back-off after failures.
 * A reader of an event log is such a step: read after the cursor, handle, store the cursor.
 */
export class EventFollower {
  readonly #abort = new AbortController();
  #running: Promise<void> | undefined;

  constructor(private readonly options: EventFollowerOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Stops after the step under way. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    let failures = 0;
    while (!signal.aborted) {
      let wait = 0;
      try {
        const handled = await this.options.step(signal);
        failures = 0;
        if (handled === 0) wait = this.options.idleMs;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        this.options.onError(error, failures);
        wait = Math.min(100 * 2 ** Math.min(failures, 10), this.options.maxBackoffMs ?? 5_000);
      }
      if (wait > 0) await delay(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
