import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadWords } from '../use-lead-words';
import { ConflictPanel } from './ConflictPanel';
import type { LeadEdit } from './use-lead-edit';

/** The form of an action: its fields, what was refused, what others changed meanwhile, and its button. */
export function EditForm(props: {
  edit: LeadEdit;
  words: LeadWords;
  submitLabel: string;
  submitColor?: string;
  ready: boolean;
  /** Of the button that gives up; « Annuler » unless said. */
  cancelLabel?: string;
  onCancel: () => void;
  onLeave: () => void;
  children: ReactNode;
}): ReactElement {
  const { edit, words, submitLabel, submitColor, ready, onCancel, onLeave, children } = props;
  const { t } = useTranslation('lead');
  const common = useTranslation('common').t;
  if (edit.conflict)
    return (
      <ConflictPanel
        conflict={edit.conflict}
        leadId={edit.base.lead.id}
        words={words}
        busy={edit.busy}
        onKeepMine={edit.keepMine}
        onKeepTheirs={onLeave}
        onGoOn={edit.goOn}
      />
    );
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (ready) edit.submit();
      }}
    >
      <Stack>
        {children}
        {edit.problem !== undefined && (
          <Alert color="red" role="alert">
            {edit.problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {props.cancelLabel ?? common('action.cancel')}
          </Button>
          <Button
            type="submit"
            loading={edit.busy}
            disabled={!ready}
            {...(submitColor ? { color: submitColor } : {})}
          >
            {submitLabel}
          </Button>
        </Group>
        {/* Below the buttons: it comes when it comes, and must not move one away from under a pointer. */}
        {edit.changedMeanwhile && !edit.busy && (
          <Alert
            p="xs"
            variant="light"
            color="relance"
            role="status"
            icon={<IconInfoCircle aria-hidden="true" />}
          >
            {t('form.changed')}
          </Alert>
        )}
      </Stack>
    </form>
  );
}
