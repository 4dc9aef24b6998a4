import { join } from 'node:path';
import { OperatorError, otherDiskFullSentence, saysDiskFull } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { ProgramFailedError, runProgram } from '../embedded/run-program.ts';

/** A program of ours that does one thing and ends. */
export interface OneShot {
  /** What it does, for the sentence when it fails. */
  readonly purpose: string;
  /** File relative to the repository. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The sentence when the disk that it writes to is full; by default that of the repository. */
  readonly diskFull?: string;
  readonly signal: AbortSignal;
}

/**
 * Runs it and returns what it printed on stdout. It has ended when this settles, also when `signal` ended it.
 *
 * @throws OperatorError with what it said on stderr when it fails
 */
export async function runOnce(task: OneShot): Promise<string> {
  const { purpose, script, args = [], env, diskFull = otherDiskFullSentence(repositoryRoot), signal } = task;
  const options = { cwd: repositoryRoot, env: env ?? process.env, signal };
  try {
    return await runProgram(process.execPath, [join(repositoryRoot, script), ...args], options);
  } catch (error) {
    if (!(error instanceof ProgramFailedError)) throw error;
    if (saysDiskFull(error)) throw new OperatorError(diskFull);
    throw new OperatorError(`${purpose} failed (${error.how}):\n${error.stderr || error.stdout}`);
  }
}
