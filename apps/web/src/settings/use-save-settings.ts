import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client';
import { ApiProblem } from '../api/problem';
import { toastDone, toastProblem } from '../app/toast';
import { formatNumber } from '../i18n/format';
import {
  draftOf,
  editedSettingsQuery,
  readSettings,
  saveSettings,
  type IncomingLeadSettings,
  type SettingsPart,
} from './incoming-lead-settings';

type Attempt = {
  /** What was typed; the rest stays as it is saved. */
  part: SettingsPart;
  applyToOpenLeads: boolean;
};
type Over = Answer<IncomingLeadSettings>;

/** Saves a part of the settings; when somebody else saved meanwhile, keeps the attempt and reads theirs, to show both. */
export function useSaveSettings(
  pointOfSaleId: string,
  done: (part: SettingsPart, before: Over, now: Over) => void,
) {
  const { t, i18n } = useTranslation('settings');
  const client = useQueryClient();
  const [conflict, setConflict] = useState<{ attempt: Attempt; theirs: Over }>();
  const know = (now: Over): void => {
    client.setQueryData(editedSettingsQuery(pointOfSaleId).queryKey, now);
    void client.invalidateQueries({ queryKey: ['settings', 'incoming-leads', pointOfSaleId] });
  };
  const mutation = useMutation({
    mutationFn: ({ part, applyToOpenLeads, over }: Attempt & { over: Over }) =>
      saveSettings(pointOfSaleId, { ...draftOf(over.data), ...part }, applyToOpenLeads, over.etag ?? '"0"'),
    onSuccess: ({ saved, applied }, { part, over }) => {
      setConflict(undefined);
      know(saved);
      toastDone(t('apply.done', { count: applied, formatted: formatNumber(applied, i18n.language) }));
      done(part, over, saved);
    },
    onError: async (error, { part, applyToOpenLeads }) => {
      if (!(error instanceof ApiProblem) || error.status !== 412) return toastProblem(error);
      try {
        setConflict({ attempt: { part, applyToOpenLeads }, theirs: await readSettings(pointOfSaleId) });
      } catch (cause) {
        toastProblem(cause);
      }
    },
  });
  const save = (attempt: Attempt, over: Over): void => mutation.mutate({ ...attempt, over });
  return {
    saving: mutation.isPending,
    conflict,
    save,
    /** Gives the attempt up: what the other saved is shown. */
    keepTheirs: () => {
      if (conflict) know(conflict.theirs);
      setConflict(undefined);
    },
    /** Saves the attempt all the same, upon what the other saved. */
    keepMine: () => conflict && save(conflict.attempt, conflict.theirs),
    forget: () => setConflict(undefined),
  };
}
