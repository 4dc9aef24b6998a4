import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { useUser } from '../../api/session';
import { confirmDiscard } from '../../app/confirm-discard';
import { problemText } from '../../app/toast';
import type { MadeKey } from './MadeKeyDialog';

const PURPOSES = ['LEAD_SOURCE', 'TELEPHONY'] as const;

/** Who will use the key, for what, at which point of sale. */
export function NewKeyDialog(props: {
  onClose: () => void;
  onMade: (key: MadeKey) => Promise<void>;
}): ReactElement {
  const { t } = useTranslation('administration');
  const { pointsOfSale } = useUser();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('LEAD_SOURCE');
  const [pointOfSaleId, setPointOfSaleId] = useState(pointsOfSale[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/api-keys', { body: { name: name.trim(), purpose, pointOfSaleId } })),
    retry: false,
    onSuccess: props.onMade,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') create.mutate();
  };
  const close = async (): Promise<void> => {
    if (name.trim() === '' || (await confirmDiscard())) props.onClose();
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
            error={tried && name.trim() === '' ? t('required') : undefined}
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
            onChange={(event) => setPointOfSaleId(event.currentTarget.value)}
            data={pointsOfSale.map(({ id, name: label }) => ({ value: id, label }))}
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
