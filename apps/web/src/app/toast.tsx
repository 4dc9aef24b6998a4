import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { ApiProblem } from '../api/problem';

/** What can be undone is offered for so long. */
const UNDO_MS = 8_000;
const ERROR_MS = 10_000;

/** « Fait. », with an undo where one is possible. */
export function toastDone(message: string, undo?: () => void | Promise<void>): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    color: 'green',
    autoClose: undo ? UNDO_MS : 4_000,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          variant="light"
          size="compact-sm"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            void Promise.resolve(undo()).catch(toastProblem);
          }}
        >
          {i18next.t('action.undo')}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}

/** « Fait. », with something to do next, such as opening what was made. */
export function toastAction(message: string, label: string, action: () => void | Promise<void>): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    color: 'green',
    autoClose: UNDO_MS,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          variant="light"
          size="compact-sm"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            void Promise.resolve(action()).catch(toastProblem);
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}

/** What happened, in the person's words; what was typed stays where it was. */
export function toastProblem(error: unknown): void {
  toastRefusal(problemText(error));
}

/** A sentence in place of what was wanted. */
export function toastRefusal(message: string): void {
  notifications.show({
    color: 'red',
    autoClose: ERROR_MS,
    title: i18next.t('error.title'),
    message,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  });
}

/** The sentence for a refusal: the one of its code, or that of the unexpected. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return i18next.t('error.UNKNOWN');
  const key = `error.${error.code}` as 'error.UNKNOWN';
  if (i18next.exists(key)) return String(i18next.t(key));
  return i18next.t(error.status >= 500 ? 'error.UNAVAILABLE' : 'error.UNKNOWN');
}
