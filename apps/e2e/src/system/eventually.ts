import { setTimeout as sleep } from 'node:timers/promises';

/** How long an event may take to come. A generous limit, not a measurement. */
const LIMIT_MS = 60_000;

/**
 * Asks again and again until `probe` neither throws nor rejects, and gives what it gave.
 *
 * @throws what the last probe threw, once the limit is over
 */
export async function eventually<T>(
  probe: () => Promise<T> | T,
  { withinMs = LIMIT_MS, everyMs = 100 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await sleep(everyMs);
  }
}
