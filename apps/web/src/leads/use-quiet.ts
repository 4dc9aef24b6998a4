import { useEffect, type RefObject } from 'react';
import type { LeadList } from './lead-list';

/** The reader has not touched anything for so long: something may move. */
const QUIET_MS = 3_000;
const LOOK_MS = 500;
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'touchmove'] as const;

/**
 * Lets newcomers in by itself while the reader is at the top and idle; otherwise they wait behind « 2 nouveaux », for
 * nothing moves under a finger. `held`: something is open or selected that belongs to a row.
 */
export function useQuietArrivals(
  list: LeadList,
  scroller: RefObject<HTMLElement | null>,
  held: boolean,
  arrive: () => void,
): void {
  const { hasNews } = list;
  useEffect(() => {
    if (!hasNews || held) return;
    let touchedMs = 0;
    const began = performance.now();
    const touch = (): void => void (touchedMs = performance.now());
    const look = setInterval(() => {
      const element = scroller.current;
      const now = performance.now();
      if (!element || element.scrollTop > 4 || document.hidden) return;
      // A list that nobody points at may move at once.
      const pointedAt = element.matches(':hover') || element.contains(document.activeElement);
      if (now - touchedMs >= (pointedAt ? QUIET_MS : 0) && (now - began >= QUIET_MS || !pointedAt)) arrive();
    }, LOOK_MS);
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(look);
      for (const sign of SIGNS) window.removeEventListener(sign, touch);
    };
  }, [list, hasNews, held, scroller, arrive]);
}
