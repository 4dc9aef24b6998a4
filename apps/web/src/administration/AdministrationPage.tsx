import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { NotFound } from '../app/NotFound';
import { ADMINISTRATION_SECTIONS, type AdministrationSection } from '../frame/destinations';
import { Page } from '../frame/Page';
import { ListSkeleton } from './AdminList';
import classes from './Administration.module.css';

const PANELS: Record<AdministrationSection, ComponentType> = {
  'points-de-vente': lazy(async () => ({
    default: (await import('./points-of-sale/PointsOfSale')).PointsOfSale,
  })),
  utilisateurs: lazy(async () => ({ default: (await import('./users/Users')).Users })),
  equipes: lazy(async () => ({ default: (await import('./teams/Teams')).Teams })),
  roles: lazy(async () => ({ default: (await import('./roles/Roles')).Roles })),
  sources: lazy(async () => ({ default: (await import('./lead-sources/LeadSources')).LeadSources })),
  'cles-api': lazy(async () => ({ default: (await import('./api-keys/ApiKeys')).ApiKeys })),
};

/** « Administration »: only the sections that the person may use (S2.12). */
export function AdministrationPage(): ReactElement {
  const { section } = useParams({ from: '/signed-in/administration/$section' });
  const { t } = useTranslation('administration');
  const may = useMay();
  const navigate = useNavigate();
  const permitted = ADMINISTRATION_SECTIONS.filter(({ permission }) => may(permission));
  const chosen = permitted.find((each) => each.section === section);
  if (!chosen) return <NotFound />;
  const Panel = PANELS[chosen.section];
  return (
    <Page title={t('title')}>
      <Tabs
        value={chosen.section}
        onChange={(next) => {
          if (next !== null) void navigate({ to: '/administration/$section', params: { section: next } });
        }}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List className={classes.tabs}>
          {permitted.map((each) => (
            <Tabs.Tab key={each.section} value={each.section}>
              {t(`section.${each.section}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={chosen.section} pt="md">
          <Suspense fallback={<ListSkeleton />}>
            <Panel />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
