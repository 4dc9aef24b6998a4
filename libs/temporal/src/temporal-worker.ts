import { setTimeout as delay } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { temporalConnectionOptions, type TemporalSettings } from './temporal-client';

export type TemporalWorkerOptions = {
  settings: TemporalSettings;
  worker: Omit<WorkerOptions, 'connection' | 'namespace'>;
  /** Called with whatever made the worker stop by itself; it is made anew after a pause. */
  onError(error: unknown): void;
};

/** How long the first worker may take: it reads the workflows' code. */
const STARTING_MS = 30_000;

/**
 * Keeps one worker running: waits for Temporal when it is not there yet, makes the worker anew after a fatal error,
 * and on `stop()` lets it finish what it has before its connection is closed.
 */
export class TemporalWorkerRunner {
  readonly #abort = new AbortController();
  #worker: Worker | undefined;
  #running: Promise<void> | undefined;
  #failed = false;
  #startedAt = 0;

  constructor(private readonly options: TemporalWorkerOptions) {}

  /** Whether a worker is polling now. */
  get polling(): boolean {
    return this.#worker?.getState() === 'RUNNING';
  }

  /** Whether it polls, or has just begun to make its first worker. */
  get working(): boolean {
    if (this.polling) return true;
    const beginning = performance.now() - this.#startedAt < STARTING_MS;
    return beginning && !this.#failed && !this.#abort.signal.aborted;
  }

  start(): void {
    this.#startedAt = performance.now();
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    if (this.#worker?.getState() === 'RUNNING') this.#worker.shutdown();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      try {
        await this.#runOnce();
      } catch (error) {
        this.#failed = true;
        this.options.onError(error);
      }
      await delay(1_000, undefined, { signal }).catch(() => undefined);
    }
  }

  async #runOnce(): Promise<void> {
    const { settings, worker: workerOptions } = this.options;
    const connection = await NativeConnection.connect(temporalConnectionOptions(settings));
    try {
      this.#worker = await Worker.create({ ...workerOptions, connection, namespace: settings.namespace });
      const running = this.#worker.run();
      // A worker holds its connection until it has run; told to stop meanwhile, it stops right away.
      if (this.#abort.signal.aborted) this.#worker.shutdown();
      await running;
    } finally {
      this.#worker = undefined;
      await connection.close();
    }
  }
}
