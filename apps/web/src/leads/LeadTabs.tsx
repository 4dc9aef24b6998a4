import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { formatNumber } from '../i18n/format';
import { TAB_KEYS, type LeadFilters, type Tab } from './filters';
import { atLeast } from './lead-list';
import classes from './LeadsPage.module.css';
import type { Total } from './row-book';
import { differs, type SavedView } from './use-lead-views';

/** The tabs everybody has, with their numbers, and then the views the person saved. */
export function LeadTabs(props: {
  filters: LeadFilters;
  views: readonly SavedView[];
  pointOfSaleId: string | null;
}): ReactElement {
  const { filters, views, pointOfSaleId } = props;
  const { t } = useTranslation('leads');
  const { data: counts } = useQuery({
    queryKey: ['lead-counts', pointOfSaleId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/leads/counts', {
          params: { query: pointOfSaleId ? { pointOfSaleId: [pointOfSaleId] } : {} },
        }),
      ),
    placeholderData: (before) => before,
  });
  const tabs = useRef<HTMLDivElement>(null);
  const value = tabValue(filters);
  // Many views scroll sideways; the one that is open is always in sight.
  useEffect(() => {
    const open = tabs.current?.querySelector('[role="tab"][aria-selected="true"]');
    open?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [value, views]);
  return (
    <Tabs.List ref={tabs} className={classes.tabs} aria-label={t('tab.label')}>
      {TAB_KEYS.map((tab) => (
        <Tabs.Tab key={tab} value={tab} className={classes.tab}>
          {t(`tab.${tab}`)}
          <Count total={counts?.[tab]} urgent={tab === 'overdue'} />
        </Tabs.Tab>
      ))}
      {views.map((view) => (
        <Tabs.Tab key={view.id} value={view.id} className={classes.tab}>
          {view.name}
          {filters.viewId === view.id && differs(view, filters) && (
            <em className={classes.changed}> {t('view.changed')}</em>
          )}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}

/** The number on a tab; its place is kept while it is read. */
function Count({ total, urgent }: { total: Total | undefined; urgent: boolean }): ReactElement {
  const { t, i18n } = useTranslation('leads');
  const number = formatNumber(total === undefined ? 0 : atLeast(total), i18n.language);
  const more = typeof total === 'object';
  return (
    <span
      className={classes.count}
      data-unknown={total === undefined || undefined}
      data-urgent={(urgent && total !== undefined && total !== 0) || undefined}
      title={more ? t('tab.moreThan', { count: number as unknown as number }) : undefined}
    >
      {more ? `${number}+` : number}
    </span>
  );
}

/** The tab that filters belong to. */
export function tabValue({ tab, viewId }: LeadFilters): string {
  return viewId ?? tab;
}

export function isTab(value: string): value is Tab {
  return TAB_KEYS.some((tab) => tab === value);
}
