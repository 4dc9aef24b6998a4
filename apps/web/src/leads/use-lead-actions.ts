import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, answerWithEtag, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { queryClient } from '../api/query-client';
import { useMay, useUser } from '../api/session';
import { toastDone, toastProblem, toastRefusal } from '../app/toast';
import { contactName, type Lead } from './lead';
import type { LeadList } from './lead-list';
import { failureWords, pieces, stillAsLeft, waysBack, type BulkOutcome } from './outcome-words';

/** The most leads of one request. */
const MAX_LEADS = 200;

/** To whom leads go: a person (null: nobody), or another point of sale. */
export type Recipient =
  { kind: 'person'; id: string | null; name: string } | { kind: 'place'; id: string; name: string };

/** They answer which leads it was done to; what went wrong is told. */
export type LeadActions = {
  take: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  assign: (ids: readonly string[], to: Recipient) => Promise<ReadonlySet<string>>;
};

/** Taking in charge and assigning, shown at once, told in a toast, and undone from there. */
export function useLeadActions(list: LeadList): LeadActions {
  const { t, i18n } = useTranslation('leads');
  const { language } = i18n;
  const { id: userId } = useUser();
  const mayAssign = useMay()('lead.assign');

  const run = useCallback(
    async (action: {
      ids: readonly string[];
      shown: (lead: Lead) => Lead;
      request: (ids: string[]) => Promise<BulkOutcome>;
      words: (count: number) => string;
      changed: (lead: BulkOutcome['done'][number]) => boolean;
    }): Promise<ReadonlySet<string>> => {
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
      const failures = failureWords(outcome.failed, nameIn(list), t, language);
      if (done.size > 0) {
        const back = outcome.done.filter(action.changed);
        const undo = back.length > 0 && mayAssign ? () => giveBack(list, back, t, language) : undefined;
        toastDone([action.words(done.size), failures].filter(Boolean).join(' '), undo);
      } else if (failures) toastRefusal(failures);
      return done;
    },
    [list, mayAssign, t, language],
  );

  const take = useCallback(
    (ids: readonly string[]) =>
      run({
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
      run({
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

/** Leads go back to who and where had them; what a colleague did since is not undone. */
async function giveBack(
  list: LeadList,
  done: BulkOutcome['done'],
  t: TFunction<'leads'>,
  language: string,
): Promise<void> {
  const still = await stillAsLeft(done, versionOf);
  const failed = done.flatMap(({ id }) => (still.has(id) ? [] : [{ id, code: 'CHANGED_SINCE' }]));
  let count = 0;
  try {
    for (const { ids, userId, pointOfSaleId } of waysBack(done.filter(({ id }) => still.has(id)))) {
      list.change(ids, (lead) => ({ ...lead, assigneeId: userId }));
      for (const piece of pieces(ids, MAX_LEADS)) {
        const body = { ids: piece, userId, pointOfSaleId };
        const outcome = await answer(api.POST('/api/v1/leads/assign', { body }));
        count += outcome.done.length;
        failed.push(...outcome.failed);
      }
    }
  } finally {
    settle(
      list,
      done.map(({ id }) => id),
    );
  }
  const failures = failureWords(failed, nameIn(list), t, language);
  if (count > 0) toastDone([t('done.undone', { count }), failures].filter(Boolean).join(' '));
  else toastRefusal(failures);
}

/** The version of a lead as it is now; null: not there, or not for this person. */
async function versionOf(id: string): Promise<number | null> {
  try {
    const { etag } = await answerWithEtag(api.GET('/api/v1/leads/{id}', { params: { path: { id } } }));
    return Number(/\d+/.exec(etag ?? '')?.[0] ?? Number.NaN);
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}

function nameIn(list: LeadList): (id: string) => string | undefined {
  return (id) => {
    const lead = list.row(id)?.lead;
    return lead && contactName(lead);
  };
}

/** What is shown is brought up to date with what really happened. */
function settle(list: LeadList, ids: readonly string[]): void {
  list.refresh(ids).catch(() => undefined);
  void queryClient.invalidateQueries({ queryKey: ['lead-counts'] });
  for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['lead', id] });
}
