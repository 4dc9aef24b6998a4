import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../app/toast';
import { reopenLead } from '../lead-actions';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { unlessChanged, useLeadEdit } from './use-lead-edit';

/** « Rouvrir »: what it means, with the name, before it is done (D5). */
export function ReopenForm({ read, words, onLeave, onCancel }: FormProps): ReactElement {
  const { t } = useTranslation('lead');
  const edit = useLeadEdit({
    read,
    words,
    save: async (base) => {
      await unlessChanged(base);
      return reopenLead(base.lead.id);
    },
    mine: () => ({ status: words.status('IN_PROGRESS') }),
    done: () => {
      onLeave();
      toastDone(t('done.reopened'));
    },
  });
  const waits = edit.base.lead.pauseReasons.includes('APPOINTMENT');
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t('reopen.submit')}
      ready
      onCancel={onCancel}
      onLeave={onLeave}
    >
      <Text>{t(waits ? 'reopen.paused' : 'reopen.text')}</Text>
    </EditForm>
  );
}
