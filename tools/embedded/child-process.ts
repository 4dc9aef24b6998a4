import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { diskFullSentence, OperatorError, saysDiskFull } from './operator-error.ts';
import type { ProcessSpec, RunningPart } from './process-spec.ts';

/** Why a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Environment variable that marks a process as ours: `<name>@<home>`; leftovers are recognised by it. */
export const markVariable = 'RELANCE_SUPERVISED';

/** One started process: its end, and a way to stop it. */
export class ChildOfOurs implements RunningPart {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly #spec: ProcessSpec;
  #exit: Exit | undefined;

  constructor(spec: ProcessSpec, child: ChildProcess) {
    this.#spec = spec;
    this.pid = child.pid!;
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.#exit = { code, signal };
        resolve(this.#exit);
      });
    });
  }

  get running(): boolean {
    return this.#exit === undefined;
  }

  /**
   * Waits until the process answers.
   *
   * @throws OperatorError when it ends before, or does not answer in time
   */
  async ready(): Promise<void> {
    const { name, logFile, readyTimeoutMs } = this.#spec;
    const deadline = Date.now() + readyTimeoutMs;
    for (let pause = 20; ; pause = Math.min(pause * 1.5, 250)) {
      if (this.#exit) throw new OperatorError(await explainEnd(this.#spec, this.#exit));
      if (await this.#spec.isReady().catch(() => false)) return;
      if (Date.now() > deadline) {
        throw new OperatorError(
          `${name} did not become ready within ${readyTimeoutMs / 1000} s: see ${logFile}.`,
        );
      }
      await Promise.race([delay(pause), this.exited]);
    }
  }

  /** Asks the process to end, kills its whole group when it does not, and resolves once it is gone. */
  async stop(): Promise<void> {
    if (!this.running) return;
    trySignal(this.pid, this.#spec.stopSignal);
    const gone = await Promise.race([
      this.exited,
      delay(this.#spec.stopTimeoutMs, undefined, { ref: false }),
    ]);
    if (gone === undefined) {
      trySignal(-this.pid, 'SIGKILL');
      await this.exited;
    }
  }
}

/** Starts a process in a group of its own; its output is appended to its log file without passing through us. */
export async function startChild(spec: ProcessSpec): Promise<ChildOfOurs> {
  await spec.beforeStart?.();
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  try {
    const [command, ...args] = [...prefix(spec), spec.command, ...spec.args] as [string, ...string[]];
    const child = spawn(command, args, {
      cwd: spec.cwd,
      env: spec.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...spec.account,
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new OperatorError(`${spec.name} could not be started: ${error.message}.`)),
      );
    });
    if (spec.nice) yieldProcessorTime(child.pid!, spec.nice);
    return new ChildOfOurs(spec, child);
  } finally {
    closeSync(log);
  }
}

/** Starts a process and waits until it answers; stops it again when it does not. */
export async function startAndWait(spec: ProcessSpec): Promise<ChildOfOurs> {
  const child = await startChild(spec);
  try {
    await child.ready();
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

let deathSignal: boolean | undefined;

/**
 * Programs that set something and become the next one, keeping the process id: a lower priority for all threads, and
 * on Linux the stop signal when the supervisor is killed.
 */
function prefix(spec: ProcessSpec): string[] {
  deathSignal ??= process.platform === 'linux' && succeeds('setpriv', ['--pdeathsig', 'TERM', 'true']);
  return [
    ...(spec.nice && process.platform !== 'win32' ? ['nice', '-n', String(spec.nice)] : []),
    ...(deathSignal ? ['setpriv', '--pdeathsig', spec.stopSignal.slice(3)] : []),
  ];
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Linux groups each session for scheduling: there, niceness between sessions is that of the group. */
function yieldProcessorTime(pid: number, nice: number): void {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(nice));
  } catch {
    // No groups on this system: the niceness of the process itself counts.
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

async function explainEnd(spec: ProcessSpec, exit: Exit): Promise<string> {
  const tail = await lastLines(spec.logFile);
  if (saysDiskFull(tail)) return diskFullSentence(dirname(spec.logFile));
  const how = exit.signal ? `was ended by ${exit.signal}` : `ended with code ${exit.code}`;
  return `${spec.name} ${how} before it was ready; the end of ${spec.logFile}:\n${tail}`;
}

/** The last lines of a file, at most 4 KiB. */
export async function lastLines(path: string, lines = 8): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 4096);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    await file.close();
  }
}
