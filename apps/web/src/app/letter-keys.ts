import { useSyncExternalStore } from 'react';

const STORED = 'relance.letterKeys';
const listeners = new Set<() => void>();

function read(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

/**
 * Whether single keys such as « P » do something: who speaks to the machine, or presses keys without wanting to, turns them
 * off (WCAG 2.1.4). Remembered on this machine.
 */
export function useLetterKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

export function turnLetterKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
  for (const listener of listeners) listener();
}
