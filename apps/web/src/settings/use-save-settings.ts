import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client';
import { ApiProblem } from '../api/problem';
import { toastDone, toastProblem } from '../app/toast';
import { formatNumber } from '../i18n/format';
import {
  readSettings,
  saveSettings,
  type IncomingLeadSettings,
  type SettingsDraft,
} from './incoming-lead-settings';

type Attempt = { draft: SettingsDraft; applyToOpenLeads: boolean };

/** Saves settings; when somebody else did meanwhile, keeps the attempt and reads theirs, to be shown side by side. */
export function useSaveSettings(pointOfSaleId: string, saved: () => void) {
  const { t, i18n } = useTranslation('settings');
  const client = useQueryClient();
  const [conflict, setConflict] = useState<{ attempt: Attempt; theirs: Answer<IncomingLeadSettings> }>();
  const mutation = useMutation({
    mutationFn: ({ draft, applyToOpenLeads, etag }: Attempt & { etag: string }) =>
      saveSettings(pointOfSaleId, draft, applyToOpenLeads, etag),
    onSuccess: async ({ applied }) => {
      setConflict(undefined);
      await client.invalidateQueries({ queryKey: ['settings', 'incoming-leads', pointOfSaleId] });
      toastDone(t('apply.done', { count: applied, formatted: formatNumber(applied, i18n.language) }));
      saved();
    },
    onError: async (error, attempt) => {
      if (!(error instanceof ApiProblem) || error.status !== 412) return toastProblem(error);
      try {
        setConflict({ attempt, theirs: await readSettings(pointOfSaleId) });
      } catch (cause) {
        toastProblem(cause);
      }
    },
  });
  return {
    saving: mutation.isPending,
    conflict,
    /** Gives the attempt up: what the other saved is read and shown. */
    keepTheirs: async () => {
      setConflict(undefined);
      await client.invalidateQueries({ queryKey: ['settings', 'incoming-leads', pointOfSaleId] });
    },
    forget: () => setConflict(undefined),
    save: (attempt: Attempt, etag: string) => mutation.mutate({ ...attempt, etag }),
  };
}
