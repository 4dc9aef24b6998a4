import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import type { components } from '../../api/schema';
import { useUser } from '../../api/session';
import { toastDone } from '../../app/toast';
import { formatDateTime } from '../../i18n/format';
import { AdminList } from '../AdminList';
import { ConfirmDialog } from '../ConfirmDialog';
import { usePages } from '../pages';
import { MadeKeyDialog, type MadeKey } from './MadeKeyDialog';
import { NewKeyDialog } from './NewKeyDialog';

type ApiKey = components['schemas']['ApiKey'];

/** « Clés d’API »: each shown once, when it is made. */
export function ApiKeys(): ReactElement {
  const { t, i18n } = useTranslation('administration');
  const { pointsOfSale } = useUser();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const query = usePages(['api-keys'], (page) =>
    answer(api.GET('/api/v1/api-keys', { params: { query: page } })),
  );
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['api-keys'] });
  const moment = (at: string): string => formatDateTime(Date.parse(at), i18n.language);
  return (
    <>
      <AdminList
        label={t('apiKeys.list')}
        explain={t('apiKeys.explain')}
        query={query}
        empty={{ title: t('apiKeys.emptyTitle'), text: t('apiKeys.emptyText') }}
        action={
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setMaking(true)}>
            {t('apiKeys.new')}
          </Button>
        }
        columns={[
          {
            header: t('apiKeys.name'),
            cell: ({ name }) => (
              <Text component="span" fw={600} size="sm">
                {name}
              </Text>
            ),
          },
          { header: t('apiKeys.purpose'), cell: ({ purpose }) => t(`apiKeys.purposeName.${purpose}`) },
          {
            header: t('apiKeys.pointOfSale'),
            cell: ({ pointOfSaleId }) => pointsOfSale.find(({ id }) => id === pointOfSaleId)?.name ?? '',
          },
          { header: t('apiKeys.created'), cell: ({ createdAt }) => moment(createdAt) },
          {
            header: t('apiKeys.lastUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t('apiKeys.never')),
          },
          {
            header: t('apiKeys.actions'),
            cell: (key) =>
              key.revokedAt ? (
                <Text component="span" size="sm" c="dimmed">
                  {t('apiKeys.revokedState')}
                </Text>
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('apiKeys.revoke')} ${key.name}`}
                  onClick={() => setRevoking(key)}
                >
                  {t('apiKeys.revoke')}
                </Button>
              ),
          },
        ]}
      />
      {making && (
        <NewKeyDialog
          onClose={() => setMaking(false)}
          onMade={async (key) => {
            setMaking(false);
            setMade(key);
            await again();
          }}
        />
      )}
      {made && <MadeKeyDialog made={made} onClose={() => setMade(undefined)} />}
      {revoking && (
        <ConfirmDialog
          title={t('apiKeys.revokeTitle', { name: revoking.name })}
          text={t('apiKeys.revokeText')}
          confirm={t('apiKeys.revoke')}
          onClose={() => setRevoking(undefined)}
          action={async () => {
            await answer(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id: revoking.id } } }));
            await again();
            toastDone(t('apiKeys.revoked'));
          }}
        />
      )}
    </>
  );
}
