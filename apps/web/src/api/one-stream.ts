/** The tab that listens holds this; the others of the same browser wait for it. */
const LOCK = 'relance.live';

/**
 * Work that one page of this browser does for all that are seen: a stream for each would soon take every connection the
 * browser opens to a server (six over HTTP/1.1), and nothing would load any more. Waits for its turn; gives up when aborted.
 * Where there are no locks (an address without TLS) each page works for itself.
 */
export async function oneOfAllPages(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  try {
    await navigator.locks.request(LOCK, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Until the page is seen, or `signal` is aborted. */
export function untilSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

/** Aborted when the page is seen no more, or with `signal`. */
export function whileSeen(signal: AbortSignal): AbortSignal {
  const seen = new AbortController();
  const look = (): void => {
    if (!document.hidden && !signal.aborted) return;
    document.removeEventListener('visibilitychange', look);
    signal.removeEventListener('abort', look);
    seen.abort();
  };
  document.addEventListener('visibilitychange', look);
  signal.addEventListener('abort', look);
  look();
  return seen.signal;
}
