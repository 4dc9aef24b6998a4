import { dirname } from 'node:path';
import { repositoryRoot } from './paths.ts';

/**
 * Something the person at the keyboard can put right. The message is one sentence that says what to do; commands print
 * it alone, without a stack, and end with exit code 1.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

const outOfSpace = /ENOSPC|no space left on device/i;

/** The sentence for a full disk under the home, wherever it was met. */
export function diskFullSentence(folder: string): string {
  return `The disk that holds ${folder} is full: free at least 500 MB there, or set RELANCE_HOME to a folder on another disk.`;
}

/** The sentence for a full disk that holds something else, which stays where it is. */
export function otherDiskFullSentence(what: string): string {
  return `The disk that holds ${what} is full: free at least 500 MB there, then run the command again.`;
}

/** Whether an error or a line of a log says that a disk is full. */
export function saysDiskFull(errorOrText: unknown): boolean {
  if (!(errorOrText instanceof Error)) return outOfSpace.test(String(errorOrText));
  // Programs say it on stderr, their error does not.
  const { stderr = '' } = errorOrText as { stderr?: string };
  return outOfSpace.test(`${String(errorOrText)} ${stderr}`);
}

/**
 * Runs a command's main function: an {@link OperatorError} becomes its sentence on stderr, a full disk, too, anything
 * else keeps its stack; all end with exit code 1.
 *
 * @param folder where it writes
 */
export async function runCommand(
  main: () => Promise<number | void>,
  folder: string = repositoryRoot,
): Promise<void> {
  try {
    const code = await main();
    process.exitCode = code ?? 0;
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error, folder)}\n`);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown, folder: string): string {
  if (error instanceof OperatorError) return error.message;
  if (saysDiskFull(error)) {
    const { path } = error as NodeJS.ErrnoException;
    return otherDiskFullSentence(path === undefined ? folder : dirname(path));
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
