import { Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { refresh, useMay, useUser } from '../../api/session';
import { toastDone } from '../../app/toast';
import classes from '../Administration.module.css';
import { AdminList } from '../AdminList';
import { NameButton } from '../NameButton';
import { usePages } from '../pages';
import { useOpened } from '../use-opened';
import { PointOfSaleForm } from './PointOfSaleForm';
import { readPointOfSale } from './point-of-sale-api';

/** « Points de vente »: the sites of the group; only an Admin adds one, a new one is nobody’s (S1.11). */
export function PointsOfSale(): ReactElement {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const { role } = useUser();
  const may = useMay();
  const opened = useOpened(readPointOfSale);
  const query = usePages(['points-of-sale', 'administration'], (page) =>
    answer(api.GET('/api/v1/points-of-sale', { params: { query: page } })),
  );
  const onSaved = (): void => {
    void client.invalidateQueries({ queryKey: ['points-of-sale'] });
    // Its name is in the session: the switch at the top, the settings.
    void refresh().catch(() => undefined);
    toastDone(t('pointsOfSale.saved'));
  };
  return (
    <>
      <AdminList
        label={t('pointsOfSale.list')}
        explain={t('pointsOfSale.explain')}
        query={query}
        empty={{ title: t('pointsOfSale.emptyTitle'), text: t('pointsOfSale.emptyText') }}
        action={
          role === 'ADMIN' && (
            <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={opened.create}>
              {t('pointsOfSale.new')}
            </Button>
          )
        }
        columns={[
          {
            header: t('pointsOfSale.name'),
            cell: ({ id, name }) => (
              <NameButton name={name} reading={opened.readingId === id} onClick={() => opened.edit(id)} />
            ),
          },
          {
            header: t('pointsOfSale.tradeAttributes'),
            cell: ({ tradeAttributes }) =>
              tradeAttributes.join(', ') || (
                <Text component="span" size="sm" c="dimmed">
                  {t('pointsOfSale.noType')}
                </Text>
              ),
          },
          { header: t('pointsOfSale.timeZone'), cell: ({ timeZone }) => timeZone },
          {
            header: t('pointsOfSale.state'),
            cell: ({ active }) => (
              <Badge variant="light" color={active ? 'green' : 'gray'} className={classes.badge ?? ''}>
                {active ? t('pointsOfSale.on') : t('pointsOfSale.off')}
              </Badge>
            ),
          },
          ...(may('settings.read')
            ? [
                {
                  header: t('pointsOfSale.settings'),
                  cell: ({ id, name }: { id: string; name: string }) => (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('labelled', {
                        ns: 'common',
                        label: t('pointsOfSale.incomingLeads'),
                        name,
                      })}
                      renderRoot={(props) => (
                        <Link
                          to="/parametres/$pointOfSaleId/leads-entrants"
                          params={{ pointOfSaleId: id }}
                          {...props}
                        />
                      )}
                    >
                      {t('pointsOfSale.incomingLeads')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {opened.item !== undefined && (
        <PointOfSaleForm item={opened.item} onClose={opened.close} onSaved={onSaved} />
      )}
    </>
  );
}
