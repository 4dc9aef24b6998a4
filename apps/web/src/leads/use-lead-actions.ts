import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { queryClient } from '../api/query-client';
import { useMay, useUser } from '../api/session';
import { toastDone, toastProblem } from '../app/toast';
import type { Lead } from './lead';
import type { LeadList } from './lead-list';
import { failureWords, pieces, waysBack, type BulkOutcome, type WayBack } from './outcome-words';

/** The most leads of one request. */
const MAX_LEADS = 200;

/** To whom leads go: a person (null: nobody), or another point of sale. */
export type Recipient =
  { kind: 'person'; id: string | null; name: string } | { kind: 'place'; id: string; name: string };

export type LeadActions = {
  take: (ids: readonly string[]) => void;
  assign: (ids: readonly string[], to: Recipient) => void;
};

/** Taking in charge and assigning, shown at once, told in a toast, and undone from there. */
export function useLeadActions(list: LeadList): LeadActions {
  const { t } = useTranslation('leads');
  const { id: userId } = useUser();
  const mayAssign = useMay()('lead.assign');

  const run = useCallback(
    async (action: {
      ids: readonly string[];
      shown: (lead: Lead) => Lead;
      request: (ids: string[]) => Promise<BulkOutcome>;
      words: (count: number) => string;
      changed: (lead: BulkOutcome['done'][number]) => boolean;
    }): Promise<void> => {
      const before = list.change(action.ids, action.shown);
      const outcome: BulkOutcome = { done: [], failed: [] };
      try {
        for (const piece of pieces(action.ids, MAX_LEADS)) {
          const { done, failed } = await action.request(piece);
          outcome.done.push(...done);
          outcome.failed.push(...failed);
        }
      } catch (error) {
        toastProblem(error);
      }
      const done = new Set(outcome.done.map(({ id }) => id));
      const undone = [...before.keys()].filter((id) => !done.has(id));
      list.change(undone, (lead) => before.get(lead.id) ?? lead);
      settle(list, action.ids);
      const back = waysBack(outcome.done, action.changed);
      const words = [done.size > 0 ? action.words(done.size) : '', failureWords(outcome.failed, t)].filter(
        Boolean,
      );
      if (words.length === 0) return;
      const undo = back.length > 0 && mayAssign ? () => giveBack(list, back, t) : undefined;
      toastDone(words.join(' '), undo);
    },
    [list, mayAssign, t],
  );

  const take = useCallback(
    (ids: readonly string[]) =>
      void run({
        ids,
        shown: (lead) => (lead.assigneeId === null ? { ...lead, assigneeId: userId } : lead),
        request: (piece) => answer(api.POST('/api/v1/leads/take', { body: { ids: piece } })),
        words: (count) => t('done.taken', { count }),
        changed: ({ previousAssigneeId }) => previousAssigneeId !== userId,
      }),
    [run, t, userId],
  );

  const assign = useCallback(
    (ids: readonly string[], to: Recipient) =>
      void run({
        ids,
        shown: (lead) => ({ ...lead, assigneeId: to.kind === 'person' ? to.id : null }),
        request: (piece) => {
          const recipient = to.kind === 'person' ? { userId: to.id } : { pointOfSaleId: to.id };
          return answer(api.POST('/api/v1/leads/assign', { body: { ids: piece, ...recipient } }));
        },
        words: (count) =>
          to.kind === 'place'
            ? t('done.moved', { count, name: to.name })
            : to.id === null
              ? t('done.released', { count })
              : t('done.assigned', { count, name: to.name }),
        changed: (lead) =>
          to.kind === 'person' ? lead.previousAssigneeId !== to.id : lead.previousPointOfSaleId !== to.id,
      }),
    [run, t],
  );
  return { take, assign };
}

async function giveBack(
  list: LeadList,
  back: WayBack[],
  t: ReturnType<typeof useTranslation<'leads'>>['t'],
): Promise<void> {
  const outcomes: BulkOutcome[] = [];
  for (const { ids, userId, pointOfSaleId } of back) {
    list.change(ids, (lead) => ({ ...lead, assigneeId: userId }));
    for (const piece of pieces(ids, MAX_LEADS)) {
      const body = { ids: piece, userId, pointOfSaleId };
      outcomes.push(await answer(api.POST('/api/v1/leads/assign', { body })));
    }
    settle(list, ids);
  }
  const count = outcomes.reduce((sum, { done }) => sum + done.length, 0);
  const failures = failureWords(
    outcomes.flatMap(({ failed }) => failed),
    t,
  );
  toastDone([count > 0 ? t('done.undone', { count }) : '', failures].filter(Boolean).join(' '));
}

/** What is shown is brought up to date with what really happened. */
function settle(list: LeadList, ids: readonly string[]): void {
  list.refresh(ids).catch(() => undefined);
  void queryClient.invalidateQueries({ queryKey: ['lead-counts'] });
  for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['lead', id] });
}
