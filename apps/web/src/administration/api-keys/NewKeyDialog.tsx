import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { confirmDiscard } from '../../app/confirm-discard';
import { problemText } from '../../app/toast';
import { keyedIntent } from '../../lead/keyed-intent';
import { useActivePlaces } from '../points-of-sale/use-active-places';
import type { MadeKey } from './MadeKeyDialog';

const PURPOSES = ['LEAD_SOURCE', 'TELEPHONY'] as const;

/** Who will use the key, for what, at which point of sale. */
export function NewKeyDialog(props: {
  onClose: () => void;
  onMade: (key: MadeKey) => Promise<void>;
}): ReactElement {
  const { t } = useTranslation('administration');
  const places = useActivePlaces();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('LEAD_SOURCE');
  const [chosen, setChosen] = useState<string>();
  const pointOfSaleId = chosen ?? places[0]?.id ?? '';
  const [tried, setTried] = useState(false);
  const [intent] = useState(keyedIntent);
  const typed = name.trim() !== '';
  const create = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), purpose, pointOfSaleId };
      const headers = { 'idempotency-key': intent(JSON.stringify(body)) };
      return answer(api.POST('/api/v1/api-keys', { headers, body }));
    },
    retry: false,
    onSuccess: props.onMade,
  });
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      typed && current.pathname !== next.pathname && !(await confirmDiscard()),
    enableBeforeUnload: typed,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (typed) create.mutate();
  };
  const close = async (): Promise<void> => {
    if (!typed || (await confirmDiscard())) props.onClose();
  };
  return (
    <Modal
      opened
      onClose={() => void close()}
      title={t('apiKeys.newTitle')}
      closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {create.error && (
            <Alert color="red" role="alert">
              {problemText(create.error)}
            </Alert>
          )}
          <TextInput
            data-autofocus
            label={t('apiKeys.name')}
            description={t('apiKeys.nameHint')}
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && !typed ? t('required') : undefined}
          />
          <NativeSelect
            label={t('apiKeys.purpose')}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value as typeof purpose)}
            data={PURPOSES.map((value) => ({ value, label: t(`apiKeys.purposeName.${value}`) }))}
          />
          <NativeSelect
            label={t('apiKeys.pointOfSale')}
            value={pointOfSaleId}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={places.map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void close()}>
              {t('action.cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('apiKeys.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
