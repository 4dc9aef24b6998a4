import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '../app/toast';
import { useFocusBack } from '../app/use-focus-back';

/** What cannot be undone asks with the name of the thing. */
export function ConfirmDialog(props: {
  title: string;
  text: string;
  confirm: string;
  action: () => Promise<void>;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  useFocusBack();
  const mutation = useMutation({
    mutationFn: props.action,
    onSuccess: props.onClose,
    onError: toastProblem,
  });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text size="sm">{props.text}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button color="red" loading={mutation.isPending} onClick={() => mutation.mutate()}>
          {props.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
