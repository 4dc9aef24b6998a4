import { Radio, Stack, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../app/toast';
import classes from '../details/Box.module.css';
import { declareContact } from '../lead-actions';
import type { ContactStatus } from '../lead-query';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { undoing } from './undo';
import { useDirty } from './use-dirty';
import { useLeadEdit } from './use-lead-edit';

const STATUSES: readonly ContactStatus[] = ['TO_CONTACT', 'CONTACTED', 'NO_ANSWER', 'APPOINTMENT_SET'];
const MAX_LENGTH = 1_000;

/** The contact status is declared, and says so (S0.2, D1). */
export function DeclareForm({ read, words, onDirty, onLeave, onCancel }: FormProps): ReactElement {
  const { t } = useTranslation('lead');
  const before = read.lead;
  const [status, setStatus] = useState<ContactStatus>(before.contactStatus);
  const [detail, setDetail] = useState(before.contactStatusDetail ?? '');
  const typed = detail.trim();
  const edit = useLeadEdit({
    read,
    words,
    save: ({ lead, etag }) => declareContact(lead.id, etag, { status, detail: typed === '' ? null : typed }),
    mine: () => ({ contactStatus: words.contactStatus(status), detail: typed }),
    done: (saved, { lead }) => {
      onLeave();
      const undo = () =>
        declareContact(lead.id, saved.etag, {
          status: lead.contactStatus,
          detail: lead.contactStatusDetail,
        });
      toastDone(t('done.declared', { status: words.contactStatus(status) }), undoing(undo));
    },
  });
  const changed =
    status !== edit.base.lead.contactStatus || typed !== (edit.base.lead.contactStatusDetail ?? '');
  useDirty(changed, onDirty);
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t('declare.submit')}
      ready={changed}
      onCancel={onCancel}
      onLeave={onLeave}
    >
      <Radio.Group
        label={
          <>
            {t('box.declared')} <span className={classes.declared}>{t('declare.declared')}</span>
          </>
        }
        value={status}
        onChange={(next) => setStatus(next as ContactStatus)}
      >
        <Stack gap={6} mt={6}>
          {STATUSES.map((value) => (
            <Radio.Card
              key={value}
              value={value}
              className={classes.choice}
              data-autofocus={value === status || undefined}
            >
              <Radio.Indicator />
              <span>
                <strong>{words.contactStatus(value)}</strong>
                <span className={classes.effect}>{t(`declare.effect.${value}`)}</span>
              </span>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('declare.detail')}
        description={t('declare.detailHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MAX_LENGTH}
        value={detail}
        onChange={(event) => setDetail(event.currentTarget.value)}
      />
    </EditForm>
  );
}
