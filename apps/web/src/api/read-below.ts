import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client';

/**
 * Reads again what is on the page below this key, because it has changed. A first reading that is under way may be older
 * than the change, and is not begun anew by an invalidation: it is read once more when it is there.
 */
export function readBelow(queryKey: QueryKey): void {
  const firstReadings = queryClient
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
  void queryClient.invalidateQueries({ queryKey });
  for (const { promise, queryKey: exactly } of firstReadings) {
    const again = (): void => void queryClient.invalidateQueries({ queryKey: exactly, exact: true });
    promise?.then(
      () => setTimeout(again),
      () => undefined,
    );
  }
}
