import { useSyncExternalStore } from 'react';

const STORED = 'relance.pointOfSale';
const listeners = new Set<() => void>();

function read(): string | null {
  return localStorage.getItem(STORED);
}

/** The point of sale chosen at the top of the page; null: all those the person may see. */
export function usePointOfSaleId(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

export function choosePointOfSale(id: string | null): void {
  if (id === null) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, id);
  for (const listener of listeners) listener();
}
