import { Button, Group, Modal, Text } from '@mantine/core';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openQuestion } from './confirm-discard';

/** The question of `confirmDiscard`, once in the application. */
export function DiscardQuestion(): ReactElement {
  const { t } = useTranslation();
  const asked = useSyncExternalStore(openQuestion.subscribe, openQuestion.get);
  return (
    <Modal
      opened={asked !== null}
      onClose={() => openQuestion.answer(false)}
      title={t('discard.title')}
      zIndex={350}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text size="sm">{t('discard.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => openQuestion.answer(true)}>
          {t('action.leave')}
        </Button>
        <Button data-autofocus onClick={() => openQuestion.answer(false)}>
          {t('action.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
