import { useSyncExternalStore } from 'react';
import type { LeadList } from './lead-list';

/** Something of a list that is told as a plain value: drawn again only when that changes. */
export function useListState<T extends string | number | boolean | null>(
  list: LeadList,
  of: (list: LeadList) => T,
): T {
  return useSyncExternalStore(list.subscribe, () => of(list));
}
