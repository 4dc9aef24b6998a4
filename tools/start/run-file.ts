import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../embedded/operator-error.ts';
import { commandLine, isAlive, startOf } from '../embedded/processes.ts';

/** `run.json`: how to find a running system. Readable by its owner alone, since `env` holds secrets. */
export interface RunFile {
  readonly gatewayUrl: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl: string | null;
  /** The catcher's web page; its API is `<mailUrl>/api/email`. */
  readonly mailUrl: string | null;
  readonly smtpUrl: string;
  readonly pids: Readonly<Record<string, number>>;
  readonly env: Readonly<Record<string, string>>;
}

/** How long a step of a start may take that nobody else may take at the same time. */
const turnMs = 2_000;

const runFile = (home: string) => join(home, 'run.json');
const lockFile = (home: string) => join(home, 'supervisor.pid');

/** Replaces `run.json` at once. */
export function writeRunFile(home: string, content: RunFile): void {
  const temporary = `${runFile(home)}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, runFile(home));
}

/** What the last system of this home wrote, whether it still runs or not. */
export function readRunFile(home: string): RunFile | undefined {
  try {
    return JSON.parse(readFileSync(runFile(home), 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
}

/** Process id of the supervisor that runs this home now. */
export function runningSupervisor(home: string): number | undefined {
  const { pid, began } = readLock(home);
  // In a container that starts again everybody has the ids of before.
  if (pid === undefined || pid === process.pid || !isAlive(pid)) return undefined;
  if (began && began !== startOf(pid)) return undefined;
  return /tools\/(start|dev)\/main\.ts/.test(commandLine(pid)) ? pid : undefined;
}

/** The lock's first line is the process id, its second one when that process began. */
function readLock(home: string): { pid: number | undefined; began: string | undefined } {
  try {
    const [pid, began] = readFileSync(lockFile(home), 'utf8').split('\n');
    return { pid: Number(pid) || undefined, began };
  } catch {
    return { pid: undefined, began: undefined };
  }
}

/**
 * Claims the home for this process.
 *
 * @throws OperatorError when another supervisor runs it, or this account may not write there
 */
export function claimHome(home: string): void {
  for (;;) {
    try {
      const file = openSync(lockFile(home), 'wx', 0o600);
      writeSync(file, `${process.pid}\n${startOf(process.pid)}\n`);
      closeSync(file);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
        throw new OperatorError(
          `${home} cannot be written by this account: set RELANCE_HOME to a folder of its own.`,
        );
      }
      if (code !== 'EEXIST') throw error;
      const pid = runningSupervisor(home);
      if (pid !== undefined || isFresh(home)) {
        throw new OperatorError(
          `Relance already runs from ${home}${pid ? ` (process ${pid})` : ''}: stop it first, or give the second one its own RELANCE_HOME and RELANCE_PORT_OFFSET.`,
        );
      }
      takeAway(home);
    }
  }
}

/**
 * Takes the lock of a dead supervisor away. Of several starts that saw it dead one at a time has its turn, and looks again:
 * by now the lock may be a living one's.
 */
function takeAway(home: string): void {
  const turn = `${lockFile(home)}.turn`;
  try {
    mkdirSync(turn);
  } catch {
    // Whoever had it is done in a moment; one that was killed in the middle of it is not waited for.
    if (isOlderThan(turn, turnMs)) rmSync(turn, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    return;
  }
  try {
    if (runningSupervisor(home) !== undefined || isFresh(home)) return;
    const dead = `${lockFile(home)}.dead`;
    renameSync(lockFile(home), dead);
    rmSync(dead, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** Gives the home back. */
export function releaseHome(home: string): void {
  rmSync(runFile(home), { force: true });
  rmSync(lockFile(home), { force: true });
}

/** A lock without a process id yet: another start is just writing it. */
function isFresh(home: string): boolean {
  try {
    return readFileSync(lockFile(home), 'utf8') === '' && !isOlderThan(lockFile(home), turnMs);
  } catch {
    return false;
  }
}

function isOlderThan(path: string, ms: number): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > ms;
  } catch {
    return false;
  }
}
