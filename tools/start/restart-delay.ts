const firstMs = 100;
const longestMs = 10_000;

/**
 * How long to wait before a process is started again: at once after its first end, then twice as long each time, at
 * most ten seconds.
 *
 * @param failures ends in a row, each soon after the start; from 1
 */
export function restartDelayMs(failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** (Math.max(1, failures) - 1));
}
