import { useCallback, useSyncExternalStore } from 'react';
import { serverNow } from '../api/server-clock';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** One timer for the whole page, at each full second; none while nothing counts or the page is hidden. */
function tick(): void {
  for (const listener of listeners) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (listeners.size > 0 && !document.hidden) timer = setTimeout(tick, 1000 - (serverNow() % 1000));
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) tick();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) schedule();
  };
}

/**
 * Something that depends on the present, told as text: the component is drawn again only when the text changes, so a
 * thousand rows that say « demain » cost nothing each second.
 */
export function useTicking(describe: (nowMs: number) => string): string {
  const snapshot = useCallback(() => describe(Math.floor(serverNow() / 1000) * 1000), [describe]);
  return useSyncExternalStore(subscribe, snapshot);
}
