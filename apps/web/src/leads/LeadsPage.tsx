import { Button, Tabs, Title } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useUser } from '../api/session';
import { NotFound } from '../app/NotFound';
import { LeadTabs, tabValue } from './LeadTabs';
import { LeadsPanel } from './LeadsPanel';
import classes from './LeadsPage.module.css';
import { useFilters } from './use-filters';
import { filtersOfView, useLeadViews } from './use-lead-views';
import { NO_FILTERS } from './filters';
import { isTab } from './LeadTabs';
import { usePlaces } from './use-places';
import { RowKnowledgeProvider } from './RowKnowledgeProvider';
import { useLeadList } from './use-lead-list';
import { ViewMenu } from './ViewMenu';

const NewLead = lazy(async () => ({ default: (await import('./NewLead')).NewLead }));

const ICON = { size: 16, 'aria-hidden': true } as const;

/** « Leads »: what burns, at a glance; the list of all leads one may see. Not there for who may see none (S2.12). */
export function LeadsPage(): ReactElement {
  return useMay()('lead.read') ? <Leads /> : <NotFound />;
}

function Leads(): ReactElement {
  const { t } = useTranslation('leads');
  const may = useMay();
  const user = useUser();
  const places = usePlaces();
  const views = useLeadViews();
  const page = useFilters(places);
  const { list, problem, again } = useLeadList(page.query, user.id);
  const [creating, setCreating] = useState(false);
  const phone = useMediaQuery('(max-width: 48em)', window.matchMedia('(max-width: 48em)').matches, {
    getInitialValueInEffect: false,
  });
  useDocumentTitle(`${t('title')} · Relance`);
  const openTab = (value: string | null): void => {
    if (value === null) return;
    const view = views.find(({ id }) => id === value);
    if (view) page.go(filtersOfView(view));
    else if (isTab(value)) page.go({ ...NO_FILTERS, tab: value });
  };
  return (
    <Tabs
      value={tabValue(page.filters)}
      onChange={openTab}
      className={classes.page}
      activateTabWithKeyboard={false}
    >
      <div className={classes.head}>
        <Title order={1}>{t('title')}</Title>
        {!phone && <TabsAndViews page={page} views={views} openTab={openTab} />}
        <div className={classes.actions}>
          {may('lead.import') && !phone && (
            <Button
              component={Link}
              to="/imports"
              variant="default"
              leftSection={<IconFileImport {...ICON} />}
            >
              {t('action.import')}
            </Button>
          )}
          {may('lead.create') && (
            <Button leftSection={<IconPlus {...ICON} />} onClick={() => setCreating(true)}>
              {t('action.new')}
            </Button>
          )}
        </div>
      </div>
      {phone && <TabsAndViews page={page} views={views} openTab={openTab} />}
      <Tabs.Panel value={tabValue(page.filters)} className={classes.panel}>
        <RowKnowledgeProvider list={list} places={places}>
          <LeadsPanel {...{ page, list, problem, again }} phone={phone} onTab={openTab} />
        </RowKnowledgeProvider>
      </Tabs.Panel>
      {creating && (
        <Suspense>
          <NewLead pointOfSaleId={page.pointOfSaleId} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </Tabs>
  );
}

function TabsAndViews(props: {
  page: ReturnType<typeof useFilters>;
  views: ReturnType<typeof useLeadViews>;
  openTab: (value: string | null) => void;
}): ReactElement {
  const { page, views, openTab } = props;
  return (
    <div className={classes.tabRow}>
      <LeadTabs filters={page.filters} views={views} pointOfSaleId={page.pointOfSaleId} />
      <ViewMenu
        filters={page.filters}
        views={views}
        onOpen={(view) => page.go(filtersOfView(view))}
        onLeave={() => openTab('all')}
      />
    </div>
  );
}
