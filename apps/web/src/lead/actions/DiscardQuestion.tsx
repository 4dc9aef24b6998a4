import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Asked before what was typed is lost. */
export function DiscardQuestion(props: {
  opened: boolean;
  onStay: () => void;
  onLeave: () => void;
}): ReactElement {
  const { t } = useTranslation('common');
  return (
    <Modal
      opened={props.opened}
      onClose={props.onStay}
      title={t('discard.title')}
      role="alertdialog"
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text>{t('discard.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" color="red" onClick={props.onLeave}>
          {t('action.leave')}
        </Button>
        <Button data-autofocus onClick={props.onStay}>
          {t('action.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
