import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { serverNow } from '../api/server-clock';
import { usePointOfSaleId } from '../frame/point-of-sale';
import { useUser } from '../api/session';
import {
  clearedFilters,
  leadQuery,
  readFilters,
  writeFilters,
  type LeadFilters,
  type LeadQuery,
} from './filters';
import type { usePlaces } from './use-places';

export type FilterPage = {
  filters: LeadFilters;
  /** The question they stand for. */
  query: LeadQuery;
  /** The switch at the top, if it is a point of sale of theirs. */
  pointOfSaleId: string | null;
  /** The zone that days are counted in. */
  timeZone: string | undefined;
  change: (change: Partial<LeadFilters>) => void;
  clear: () => void;
  go: (filters: LeadFilters) => void;
};

/** The filters, which live in the address bar: read, and changed. */
export function useFilters({ byId }: ReturnType<typeof usePlaces>): FilterPage {
  const search = useSearch({ from: '/signed-in/leads' });
  const navigate = useNavigate({ from: '/leads' });
  const chosen = usePointOfSaleId();
  const { pointsOfSale } = useUser();
  const pointOfSaleId = pointsOfSale.some(({ id }) => id === chosen) ? chosen : null;
  const filters = useMemo(() => readFilters(search), [search]);
  const place = filters.pointOfSaleIds[0] ?? pointOfSaleId ?? pointsOfSale[0]?.id;
  const timeZone = place === undefined ? undefined : byId.get(place)?.timeZone;

  const go = useCallback(
    (next: LeadFilters, replace = false) =>
      void navigate({ to: '/leads', search: writeFilters(next), replace }),
    [navigate],
  );
  const latest = useRef(filters);
  useEffect(() => {
    latest.current = filters;
  }, [filters]);
  const change = useCallback(
    (part: Partial<LeadFilters>) => {
      // Two changes may follow each other before the address has the first: leaving a field by tapping a choice.
      latest.current = { ...latest.current, ...part };
      // What is typed is not a step to come back to.
      go(latest.current, 'q' in part);
    },
    [go],
  );
  const clear = useCallback(() => go(clearedFilters(latest.current)), [go]);

  // Another point of sale was chosen at the top: it counts, not the filter of before.
  const before = useRef(pointOfSaleId);
  useEffect(() => {
    if (before.current === pointOfSaleId) return;
    before.current = pointOfSaleId;
    if (latest.current.pointOfSaleIds.length > 0) go({ ...latest.current, pointOfSaleIds: [] }, true);
  }, [pointOfSaleId, go]);

  const query = leadQuery(filters, { pointOfSaleId, nowMs: serverNow(), timeZone });
  return { filters, query, pointOfSaleId, timeZone, change, clear, go };
}
