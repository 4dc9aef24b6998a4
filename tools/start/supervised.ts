import { setTimeout as delay } from 'node:timers/promises';
import { startChild, type ChildOfOurs, type Exit } from '../embedded/child-process.ts';
import type { ProcessSpec } from '../embedded/process-spec.ts';
import { restartDelayMs } from './restart-delay.ts';

/** What a supervised process tells. */
export interface SupervisedEvents {
  /** It has a new process id, or none. */
  pidChanged(): void;
  /** It ended by itself and will be started again. */
  ended(name: string, exit: Exit, againInMs: number): void;
  /** It answers again. */
  back(name: string): void;
}

/** Keeps one process running: whenever it ends by itself it is started again, later and later while that fails. */
export class Supervised {
  readonly spec: ProcessSpec;
  readonly #events: SupervisedEvents;
  readonly #closing = new AbortController();
  #child: ChildOfOurs | undefined;
  #spawning: Promise<ChildOfOurs> | undefined;
  #replacing = false;
  /** Ends the wait before the next start. */
  #wait = new AbortController();

  constructor(spec: ProcessSpec, events: SupervisedEvents) {
    this.spec = spec;
    this.#events = events;
  }

  get pid(): number | undefined {
    return this.#child?.running ? this.#child.pid : undefined;
  }

  /**
   * Starts it for the first time and waits until it answers; from then on it is kept running.
   *
   * @throws OperatorError when it does not come up
   */
  async start(): Promise<void> {
    const child = await this.#spawn();
    this.#closing.signal.throwIfAborted();
    try {
      await child.ready();
    } catch (error) {
      await child.stop();
      throw error;
    }
    void this.#keepRunning(child);
  }

  /** Stops it and starts it again, for changed code; one that is down is started at once. */
  async restart(): Promise<void> {
    await this.#spawning?.catch(() => undefined);
    if (!this.#child?.running) return this.#wait.abort();
    this.#replacing = true;
    await this.#child.stop();
  }

  /** Stops it for good. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#spawning?.catch(() => undefined);
    await this.#child?.stop();
  }

  /** Ends its whole group at once, without a chance to finish. */
  kill(): void {
    this.#closing.abort();
    try {
      if (this.pid !== undefined) process.kill(-this.pid, 'SIGKILL');
    } catch {
      // Gone meanwhile.
    }
  }

  #spawn(): Promise<ChildOfOurs> {
    this.#spawning = this.#spawnOne().finally(() => (this.#spawning = undefined));
    return this.#spawning;
  }

  async #spawnOne(): Promise<ChildOfOurs> {
    this.#closing.signal.throwIfAborted();
    const child = await startChild(this.spec);
    this.#child = child;
    this.#events.pidChanged();
    if (this.#closing.signal.aborted) await child.stop();
    return child;
  }

  async #keepRunning(first: ChildOfOurs): Promise<void> {
    let child: ChildOfOurs | undefined = first;
    let started = Date.now();
    let failures = 0;
    while (!this.#closing.signal.aborted) {
      const exit: Exit = child ? await child.exited : { code: null, signal: null };
      this.#events.pidChanged();
      if (this.#closing.signal.aborted) return;
      failures = Date.now() - started > 30_000 ? 1 : failures + 1;
      const wait = this.#replacing ? 0 : restartDelayMs(failures);
      if (!this.#replacing) this.#events.ended(this.spec.name, exit, wait);
      if (this.#replacing) failures = 0;
      this.#replacing = false;
      this.#wait = new AbortController();
      const signal = AbortSignal.any([this.#closing.signal, this.#wait.signal]);
      await delay(wait, undefined, { signal }).catch(() => undefined);
      if (this.#closing.signal.aborted) return;
      started = Date.now();
      child = await this.#spawn().catch(() => undefined);
      child?.ready().then(
        () => this.#events.back(this.spec.name),
        () => undefined,
      );
    }
  }
}
