import { useEffect, useState } from 'react';

/**
 * For a dialog that is there only while it is open: when it goes, the focus returns to what opened it (a menu: to its
 * button), or, when that is gone too, to the page.
 */
export function useFocusBack(): void {
  // While it is first drawn, the focus is still where it was.
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const there = opener?.isConnected === true && opener !== document.body;
        (there ? opener : document.querySelector('main'))?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role="menu"]');
  const target = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused;
  return target instanceof HTMLElement ? target : null;
}
