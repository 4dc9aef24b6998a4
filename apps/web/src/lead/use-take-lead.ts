import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { useMay } from '../api/session';
import { toastDone, toastProblem, toastRefusal } from '../app/toast';
import { undoing } from './actions/undo';
import { unlessChanged } from './actions/use-lead-edit';
import { assignLead, takeLead } from './lead-actions';
import { readLeadAgain, showLead, type ReadLead } from './lead-query';
import type { LeadWords } from './use-lead-words';

/** « Prendre en charge » in one click; can be given back (S2.8). */
export function useTakeLead(): { busy: boolean; run: (read: ReadLead, words: LeadWords) => void } {
  const { t } = useTranslation('lead');
  const may = useMay();
  const [busy, setBusy] = useState(false);

  const take = async ({ lead }: ReadLead, words: LeadWords): Promise<void> => {
    try {
      const taken = showLead(await takeLead(lead.id));
      const giveBack = async (): Promise<ReadLead> => {
        await unlessChanged(taken);
        return assignLead(lead.id, { userId: null });
      };
      toastDone(t('done.taken'), may('lead.assign') ? undoing(giveBack) : undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'LEAD_ALREADY_TAKEN') return toastProblem(error);
      // Somebody was faster: say who.
      const now = await readLeadAgain(lead.id);
      toastRefusal(t('problem.taken', { name: words.person(now.lead.assigneeId) }));
    }
  };
  return {
    busy,
    run: (read, words) => {
      if (busy) return;
      setBusy(true);
      void take(read, words)
        .catch(toastProblem)
        .finally(() => setBusy(false));
    },
  };
}
