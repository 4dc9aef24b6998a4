import { spawn } from 'node:child_process';

/** How a program is run. */
export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Account to run as, when this process is root. */
  readonly uid?: number;
  readonly gid?: number;
  /** Ends the program after this long. */
  readonly timeoutMs?: number;
  /** Ends the program. */
  readonly signal?: AbortSignal;
}

/** A program could not be started, said with its code that it failed, or was ended. */
export class ProgramFailedError extends Error {
  override readonly name = 'ProgramFailedError';
  /** Its code, its signal, or why it could not be started. */
  readonly how: string;
  readonly stderr: string;
  readonly stdout: string;
  readonly timedOut: boolean;

  constructor(command: string, how: string, said: { stdout: string; stderr: string }, timedOut: boolean) {
    super(`${command} failed (${how})`);
    this.how = how;
    this.stderr = said.stderr.trim();
    this.stdout = said.stdout.trim();
    this.timedOut = timedOut;
  }
}

/**
 * Runs a program and gives what it printed. However it ends, it has ended when this settles: what it wrote can be cleared
 * away.
 *
 * @throws ProgramFailedError; whatever `signal` was aborted with
 */
export function runProgram(
  command: string,
  args: readonly string[],
  { timeoutMs, signal, ...options }: ProgramOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let timedOut = false;
    let printed = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const end = () => void child.kill();
    signal?.addEventListener('abort', end, { once: true });
    const timer = timeoutMs && setTimeout(() => (timedOut = child.kill()), timeoutMs);
    const settle = (failure: string | undefined) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (failure === undefined) resolve(printed);
      else if (signal?.aborted) reject(signal.reason as Error);
      else reject(new ProgramFailedError(command, failure, { stdout: printed, stderr: said }, timedOut));
    };
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, how) => settle(code === 0 ? undefined : (how ?? `code ${code}`)));
  });
}
