import i18next from 'i18next';
import { ApiProblem } from '../../api/problem';
import { toastProblem, toastRefusal } from '../../app/toast';
import { showLead, type ReadLead } from '../lead-query';

/** Makes an action undone, when nobody changed the lead since; otherwise says that it cannot be any more. */
export function undoing(undo: () => Promise<ReadLead>): () => Promise<void> {
  return async () => {
    try {
      showLead(await undo());
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 412 || error.status === 409))
        toastRefusal(i18next.t('problem.undo', { ns: 'lead' }));
      else toastProblem(error);
    }
  };
}
