import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { problemText } from '../app/toast';
import { useFocusBack } from '../app/use-focus-back';
import type { SavedView } from './use-lead-views';

/** Asks for the name of a view; one that is taken is told beside the field. `view`: the one to rename. */
export function ViewName(props: {
  view: SavedView | null;
  onClose: () => void;
  onName: (name: string) => Promise<void>;
}): ReactElement {
  const { view, onClose, onName } = props;
  useFocusBack();
  const { t } = useTranslation('leads');
  const [name, setName] = useState(view?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('view.nameNeeded'));
      return;
    }
    setBusy(true);
    try {
      await onName(name.trim());
      onClose();
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : '';
      setProblem(
        code === 'LEAD_VIEW_NAME_TAKEN'
          ? t('view.nameTaken')
          : code === 'TOO_MANY_LEAD_VIEWS'
            ? t('view.tooMany')
            : problemText(error),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(view ? 'view.renameTitle' : 'view.newTitle')}
      closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('view.name')}
          placeholder={t('view.nameHint')}
          value={name}
          maxLength={60}
          required
          data-autofocus
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {!view && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('view.explain')}
          </Text>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={busy}>
            {t('action.save', { ns: 'common' })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
