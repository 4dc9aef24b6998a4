/**
 * Something the person at the keyboard can put right. The message is one sentence that says what to do; commands print
 * it alone, without a stack, and end with exit code 1.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

const outOfSpace = /ENOSPC|no space left on device/i;

/** The sentence for a full disk, wherever it was met. */
export function diskFullSentence(folder: string): string {
  return `The disk that holds ${folder} is full: free at least 500 MB there, or set RELANCE_HOME to a folder on another disk.`;
}

/** Whether an error or a line of a log says that a disk is full. */
export function saysDiskFull(errorOrText: unknown): boolean {
  const text =
    errorOrText instanceof Error ? `${errorOrText.message} ${String(errorOrText)}` : String(errorOrText);
  return outOfSpace.test(text);
}

/**
 * Runs a command's main function: an {@link OperatorError} becomes its sentence on stderr, anything else keeps its
 * stack; both end with exit code 1.
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    const code = await main();
    process.exitCode = code ?? 0;
  } catch (error) {
    if (error instanceof OperatorError) process.stderr.write(`\n${error.message}\n`);
    else
      process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}
