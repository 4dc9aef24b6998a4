import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { processOf } from '../../start/services.ts';

/** A process of the bench's own, for work that must not share a thread with what measures. */
export class BenchChild {
  readonly #child: ChildProcess;
  readonly #messages: unknown[] = [];
  #wake: (() => void) | undefined;

  /** @param script file of the child, which calls {@link asBackgroundWork} and talks by `process.send` */
  constructor(script: string, args: readonly string[]) {
    // In a session of its own: the system weighs sessions against each other, and a priority is one within its session.
    this.#child = fork(script, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#child.on('message', (message) => {
      this.#messages.push(message);
      this.#wake?.();
    });
    this.#child.on('exit', () => this.#wake?.());
  }

  get pid(): number {
    return this.#child.pid!;
  }

  send(message: object): void {
    this.#child.send(message);
  }

  /** @throws an Error when the child ended instead of saying something */
  async next<T>(): Promise<T> {
    while (this.#messages.length === 0) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(
          `A process of the bench ended early (${this.#child.exitCode ?? this.#child.signalCode}).`,
        );
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#messages.shift() as T;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}

/** Gives the calling process the priority that the leads worker has, so that the two compare. It ends with its parent. */
export function asBackgroundWork(): void {
  process.once('disconnect', () => process.exit());
  const { nice = 0 } = processOf('leads-worker');
  setPriority(nice);
  try {
    writeFileSync('/proc/self/autogroup', String(nice));
  } catch {
    // No groups on this system.
  }
}
