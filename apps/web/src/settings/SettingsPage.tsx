import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link, Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useUser } from '../api/session';
import { NotFound } from '../app/NotFound';
import { Page } from '../frame/Page';
import classes from './SettingsPage.module.css';

/** « Paramètres »: the points of sale a person may set; with a single one, its settings at once. */
export function SettingsPage(): ReactElement {
  return useMay()('settings.read') ? <Settings /> : <NotFound />;
}

function Settings(): ReactElement {
  const { t } = useTranslation('settings');
  const { pointsOfSale } = useUser();
  const only = pointsOfSale.length === 1 ? pointsOfSale[0] : undefined;
  if (only)
    return (
      <Navigate to="/parametres/$pointOfSaleId/leads-entrants" params={{ pointOfSaleId: only.id }} replace />
    );
  return (
    <Page narrow title={t('title')}>
      {pointsOfSale.length === 0 ? (
        <Alert>{t('noPointOfSale')}</Alert>
      ) : (
        <Stack>
          <Text c="dimmed">{t('intro')}</Text>
          {pointsOfSale.map(({ id, name }) => (
            <Paper key={id} withBorder>
              <Link
                to="/parametres/$pointOfSaleId/leads-entrants"
                params={{ pointOfSaleId: id }}
                className={classes.link}
              >
                <div>
                  <Title order={2}>{name}</Title>
                  <Text size="sm" c="dimmed">
                    {t('pointOfSaleSettings')} › {t('incomingLeads')} › {t('lifetime.title')},{' '}
                    {t('hours.title')}
                  </Text>
                </div>
                <IconChevronRight size={18} aria-hidden="true" />
              </Link>
            </Paper>
          ))}
        </Stack>
      )}
    </Page>
  );
}
