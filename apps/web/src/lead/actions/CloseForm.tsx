import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../app/toast';
import { setStatus } from '../lead-actions';
import { EditForm } from './EditForm';
import type { FormProps } from './LeadDrawer';
import { useDirty } from './use-dirty';
import { useLeadEdit } from './use-lead-edit';

const MAX_LENGTH = 1_000;
const SUGGESTIONS = ['bought', 'dropped', 'budget', 'unreachable', 'duplicate'] as const;

type End = { status: 'WON' | 'LOST'; key: 'won' | 'lost'; color: string };
const WON: End = { status: 'WON', key: 'won', color: 'green.9' };
const LOST: End = { status: 'LOST', key: 'lost', color: 'red.9' };

/** « Gagnée », « Perdue »: asks with the name, and why. */
export const CloseForm = {
  won: (props: FormProps): ReactElement => <EndForm {...props} end={WON} />,
  lost: (props: FormProps): ReactElement => <EndForm {...props} end={LOST} />,
};

function EndForm({
  end,
  read,
  words,
  name,
  onDirty,
  onLeave,
  onCancel,
}: FormProps & { end: End }): ReactElement {
  const { t } = useTranslation('lead');
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  const edit = useLeadEdit({
    read,
    words,
    save: ({ lead, etag }) =>
      setStatus(lead.id, etag, { status: end.status, reason: typed === '' ? null : typed }),
    mine: () => ({ status: words.status(end.status), reason: typed }),
    done: () => {
      onLeave();
      toastDone(t(`done.${end.key}`));
    },
  });
  useDirty(typed !== '', onDirty);
  return (
    <EditForm
      edit={edit}
      words={words}
      submitLabel={t(`close.${end.key}Submit`)}
      submitColor={end.color}
      ready
      onCancel={onCancel}
      onLeave={onLeave}
    >
      <Text>{t(`close.${end.key}Text`, { name })}</Text>
      {end.status === 'LOST' && (
        <Group gap={6} role="group" aria-label={t('close.lostReasons')}>
          {SUGGESTIONS.map((suggestion) => {
            const words = t(`close.suggestion.${suggestion}`);
            return (
              <Button
                key={suggestion}
                variant={typed === words ? 'filled' : 'default'}
                size="compact-sm"
                radius="xl"
                aria-pressed={typed === words}
                onClick={() => setReason(words)}
              >
                {words}
              </Button>
            );
          })}
        </Group>
      )}
      <Textarea
        label={t('close.reason')}
        description={t(end.status === 'LOST' ? 'close.reasonLostHint' : 'close.reasonHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MAX_LENGTH}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </EditForm>
  );
}
