import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { onLiveMessage, type LeadChange } from '../api/live';
import type { LeadQuery } from './filters';
import type { LeadList } from './lead-list';
import { mayBringIn, mayMove } from './lead-order';
import { listKey, openList } from './open-list';
import { Pace } from '../api/pace';

/**
 * The list for a question, kept up to date; `problem`: why its beginning could not be read. Who shows something of the
 * list listens to it, see `useListState`.
 */
export function useLeadList(
  query: LeadQuery,
  userId: string,
): { list: LeadList; problem: unknown; again: () => void } {
  const key = listKey(query, userId);
  // The key says all there is to the question.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const list = useMemo(() => openList(query, userId), [key]);
  const { error, refetch } = useQuery({
    queryKey: ['leads', 'list', key],
    queryFn: async () => {
      await list.readAgain();
      return list.count;
    },
    // Coming back shows what was there, and looks behind it.
    staleTime: 0,
  });
  useEffect(() => keepUpToDate(list), [list]);
  return { list, problem: list.loaded ? null : error, again: () => void refetch() };
}

/** Brings in what others do, at a pace that many browsers can keep; nothing is read while the page is hidden. */
function keepUpToDate(list: LeadList): () => void {
  const pace = new Pace();
  const changed = new Set<string>();
  let headToo = false;
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const schedule = (): void => {
    if (timer !== undefined || busy || document.hidden) return;
    if (changed.size === 0 && !headToo && !everything) return;
    timer = setTimeout(() => void read(), pace.delay(performance.now(), Math.random()));
  };
  const read = async (): Promise<void> => {
    timer = undefined;
    busy = true;
    const ids = [...changed];
    const [head, all] = [headToo, everything];
    changed.clear();
    headToo = everything = false;
    try {
      if (all) await list.readAgain();
      else await list.refresh(ids);
      if ((head && !all) || ids.some((id) => list.row(id)?.gone)) await list.readHead();
    } catch {
      // Not readable now: what is shown stays, and is read again with the next change or when the direct is back.
      everything = true;
    } finally {
      busy = false;
      pace.done(performance.now());
    }
    schedule();
  };
  const note = (change: LeadChange): void => {
    const places = list.query.pointOfSaleId;
    if (list.row(change.leadId)) {
      changed.add(change.leadId);
      headToo ||= mayMove(change.event, list.query);
    } else if (places && change.pointOfSaleId && !places.includes(change.pointOfSaleId)) return;
    else if (mayBringIn(change.event, list.query)) headToo = true;
  };

  const stopListening = onLiveMessage((message) => {
    if (message.kind === 'resync') everything = true;
    else if (message.kind === 'changes') message.changes.forEach(note);
    schedule();
  });
  document.addEventListener('visibilitychange', schedule);
  return () => {
    stopListening();
    document.removeEventListener('visibilitychange', schedule);
    clearTimeout(timer);
  };
}
