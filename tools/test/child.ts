import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../embedded/paths.ts';

export const logFolder = join(repositoryRoot, '.relance-test');

/** How a program ended. `output` is everything it printed, also kept in `log`. */
export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly log: string;
}

export interface ChildOptions {
  /** Name of the log file, without `.log`. */
  readonly log: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly env?: Record<string, string>;
  /** Takes what of the processors others leave: beside tests, which wait for answers. */
  readonly inBackground?: boolean;
}

const graceMs = 20_000;

/**
 * Runs a script with this Node in a process group of its own and waits for it. When the time is over or the run is
 * interrupted, the whole group is asked to stop, then killed: nothing it started stays behind.
 */
export async function runNode(args: readonly string[], options: ChildOptions): Promise<Ended> {
  options.signal.throwIfAborted();
  await mkdir(logFolder, { recursive: true });
  const log = join(logFolder, `${options.log}.log`);
  const file = createWriteStream(log);
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${join(repositoryRoot, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...options.env,
    },
  });

  if (options.inBackground && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);

  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      file.write(chunk);
    });
  }

  let tooLate = false;
  const stop = () => void stopGroup(child.pid);
  const timer = setTimeout(() => {
    tooLate = true;
    stop();
  }, options.timeoutMs);
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode, killedBy) => resolve(killedBy ? 128 : (exitCode ?? 1)));
    });
    if (tooLate) {
      const sentence = `Stopped after ${options.timeoutMs / 1000} s: it did not end by itself.\n`;
      chunks.push(Buffer.from(`\n${sentence}`));
      file.write(sentence);
    }
    return { code: tooLate ? 124 : code, output: Buffer.concat(chunks).toString('utf8'), log };
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', stop);
    await stopGroup(child.pid);
    await new Promise((resolve) => file.end(resolve));
  }
}

/** Stops what is left of a process group: a signal it can answer to, and after the grace one it cannot. */
async function stopGroup(pid: number | undefined): Promise<void> {
  if (!signalGroup(pid, 'SIGTERM')) return;
  const end = performance.now() + graceMs;
  while (performance.now() < end) {
    if (!signalGroup(pid, 0)) return;
    await sleep(50);
  }
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
