import {
  closeSync,
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
import { commandLine, isAlive } from '../embedded/processes.ts';

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
  let pid: number;
  try {
    pid = Number(readFileSync(lockFile(home), 'utf8'));
  } catch {
    return undefined;
  }
  return isAlive(pid) && /tools\/(start|dev)\/main\.ts/.test(commandLine(pid)) ? pid : undefined;
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
      writeSync(file, String(process.pid));
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
      rmSync(lockFile(home), { force: true });
    }
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
    return (
      readFileSync(lockFile(home), 'utf8') === '' && Date.now() - statSync(lockFile(home)).mtimeMs < 2000
    );
  } catch {
    return false;
  }
}
