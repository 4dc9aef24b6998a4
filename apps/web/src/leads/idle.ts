/** What is left of a frame for work that has time, in ms; and how long it has at most. */
const NEEDED_MS = 4;
const AT_MOST_MS = 80;

/** Waits until the browser has nothing to draw for a moment: a page of leads that arrives is nobody's stumble. */
export async function idle(): Promise<void> {
  if (!('requestIdleCallback' in globalThis)) return;
  const end = performance.now() + AT_MOST_MS;
  for (;;) {
    const timeout = end - performance.now();
    if (timeout <= 0) return;
    const deadline = await new Promise<IdleDeadline>((resolve) => requestIdleCallback(resolve, { timeout }));
    if (deadline.didTimeout || deadline.timeRemaining() >= NEEDED_MS) return;
  }
}
