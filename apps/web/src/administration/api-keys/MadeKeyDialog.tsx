import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { CopyText } from '../CopyText';

export type MadeKey = components['schemas']['CreatedApiKey'];

/** The key, once: a click beside it does not close it. */
export function MadeKeyDialog({ made, onClose }: { made: MadeKey; onClose: () => void }): ReactElement {
  const { t } = useTranslation('administration');
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size="lg"
      title={t('apiKeys.madeTitle', { name: made.name })}
    >
      <Stack>
        <Alert color="yellow">{t('apiKeys.once')}</Alert>
        <CopyText text={made.key} label={t('apiKeys.key')} />
        {made.purpose === 'LEAD_SOURCE' && (
          <>
            <Text size="sm" fw={600}>
              {t('apiKeys.example')}
            </Text>
            <CopyText text={curlExample(window.location.origin, made)} label={t('apiKeys.example')} />
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('apiKeys.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function curlExample(origin: string, { key, pointOfSaleId }: MadeKey): string {
  const lead = {
    pointOfSaleId,
    type: 'VN',
    source: { name: 'Mon site' },
    contact: { lastName: 'Durand', email: 'camille.durand@example.com' },
  };
  return [
    `curl -X POST ${origin}/api/v1/leads \\`,
    `  -H 'X-Api-Key: ${key}' -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(lead)}'`,
  ].join('\n');
}
