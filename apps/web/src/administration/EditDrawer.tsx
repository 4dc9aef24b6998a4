import { Alert, Button, Drawer, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { ConflictDialog } from '../app/ConflictDialog';
import { confirmDiscard } from '../app/confirm-discard';
import { problemText } from '../app/toast';
import { differencesOf, fieldErrors, type Described } from './drafts';

export type Errors = Record<string, string>;

/** What a form of this part of the application needs to know of the thing it edits. */
export type Editing<Draft, Item> = {
  title: string;
  /** Null: a new one. */
  item: Item | null;
  start: Draft;
  /** What is wrong, by field, in words; nothing is sent while something is. */
  validate: (draft: Draft) => Errors;
  /** The values in words, for showing two versions side by side. */
  describe: (draft: Draft) => Described;
  toDraft: (item: Item) => Draft;
  /** @throws ApiProblem */
  save: (draft: Draft, item: Item | null) => Promise<void>;
  readAgain: (item: Item) => Promise<Item>;
  /** Words for refusals that are this form's own, by code. */
  refusals?: Record<string, string>;
};

/**
 * A form in a drawer, so that the list stays in sight: errors stand beside their fields, `Esc` asks before losing what
 * was typed, and when two people edit the same thing the second is shown both versions.
 */
export function EditDrawer<Draft, Item extends { id: string; version: number }>(props: {
  editing: Editing<Draft, Item>;
  onClose: () => void;
  children: (draft: Draft, change: (part: Partial<Draft>) => void, errors: Errors) => ReactNode;
}): ReactElement {
  const { editing, onClose } = props;
  const { t } = useTranslation();
  const { t: admin } = useTranslation('administration');
  const [item, setItem] = useState(editing.item);
  const [draft, setDraft] = useState(editing.start);
  const [tried, setTried] = useState(false);
  const [theirs, setTheirs] = useState<Item>();
  /** Why what somebody else saved meanwhile could not be read. */
  const [unread, setUnread] = useState<unknown>();
  const mutation = useMutation({
    mutationFn: (over: Item | null) => editing.save(draft, over),
    retry: false,
    onMutate: () => setUnread(undefined),
    onSuccess: onClose,
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || error.status !== 412 || !item) return;
      try {
        setTheirs(await editing.readAgain(item));
      } catch (cause) {
        setUnread(cause);
      }
    },
  });
  const dirty = JSON.stringify(draft) !== JSON.stringify(editing.start);
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      dirty && current.pathname !== next.pathname && !(await confirmDiscard()),
    enableBeforeUnload: dirty,
  });
  const refused = mutation.error instanceof ApiProblem ? mutation.error : undefined;
  const errors = {
    ...fieldErrors(refused, admin('refused')),
    ...(tried ? editing.validate(draft) : {}),
  };
  const close = async (): Promise<void> => {
    if (!dirty || (await confirmDiscard())) onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (Object.keys(editing.validate(draft)).length === 0) mutation.mutate(item);
    // Once the errors are drawn: to the first field to correct.
    else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const refusal =
    unread !== undefined
      ? `${t('error.STALE')} ${problemText(unread)}`
      : mutation.error && refused?.status !== 412
        ? (editing.refusals?.[refused?.code ?? ''] ?? problemText(mutation.error))
        : undefined;
  return (
    <Drawer
      opened
      onClose={() => void close()}
      title={editing.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {refusal !== undefined && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          {props.children(draft, (part) => setDraft((before) => ({ ...before, ...part })), errors)}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => void close()}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={mutation.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {theirs && (
        <ConflictDialog
          opened
          differences={differencesOf(editing.describe(editing.toDraft(theirs)), editing.describe(draft))}
          saving={mutation.isPending}
          onKeepTheirs={onClose}
          onKeepMine={() => {
            setItem(theirs);
            setTheirs(undefined);
            mutation.mutate(theirs);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </Drawer>
  );
}
