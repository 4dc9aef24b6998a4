import { Button, Group, Modal, Text } from '@mantine/core';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

let waiting: ((leave: boolean) => void) | null = null;
const listeners = new Set<() => void>();

function become(next: typeof waiting): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Asks before what was typed is lost; true: leave. One question at a time. */
export function confirmDiscard(): Promise<boolean> {
  waiting?.(false);
  return new Promise((resolve) => become(resolve));
}

/** The question itself, once in the application. */
export function DiscardQuestion(): ReactElement {
  const { t } = useTranslation();
  const asked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
  const say = (leave: boolean): void => {
    const resolve = waiting;
    become(null);
    resolve?.(leave);
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={() => say(false)}
      title={t('discard.title')}
      zIndex={350}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text size="sm">{t('discard.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => say(true)}>
          {t('action.leave')}
        </Button>
        <Button data-autofocus onClick={() => say(false)}>
          {t('action.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
