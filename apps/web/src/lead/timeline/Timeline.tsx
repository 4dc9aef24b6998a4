import { Alert, Button, SegmentedControl, Skeleton, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import { problemText } from '../../app/toast';
import { dayOf, formatDay } from '../../i18n/format';
import type { Lead } from '../lead-query';
import type { LeadWords } from '../use-lead-words';
import classes from './Timeline.module.css';
import { byDay, TIMELINE_FILTERS, withPauses, type TimelineFilter } from './timeline-kinds';
import { timelineQuery } from './timeline-query';
import { TimelineEntryRow } from './TimelineEntryRow';
import { useSeen } from './use-seen';

/** All that happened, newest first, by day; narrowed by filters, longer as one reads on (S1.7, S2.9). */
export function Timeline({ lead, words }: { lead: Lead; words: LeadWords }): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const common = useTranslation('common').t;
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const query = useInfiniteQuery(timelineQuery(lead.id, filter));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const { paused } = lead;
  const { timeZone } = words;
  const days = useMemo(() => {
    const items = data?.pages.flatMap((page) => page.items) ?? [];
    // Narrowed to some kinds, pauses and resumptions may be left out: then nobody knows what lies between.
    const entries =
      filter === 'all'
        ? withPauses(items, paused)
        : items.map((item) => ({ item, above: false, below: false }));
    return byDay(entries, (atMs) => dayOf(atMs, timeZone));
  }, [data, filter, paused, timeZone]);
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  const end = useSeen(more);

  const dayWords = (day: string, atMs: number): string => {
    const now = serverNow();
    if (day === dayOf(now, timeZone)) return t('timeline.today');
    if (day === dayOf(now - 86_400_000, timeZone)) return t('timeline.yesterday');
    return formatDay(atMs, i18n.language, timeZone);
  };
  return (
    <section aria-labelledby="lead-timeline">
      <div className={classes.head}>
        <Title order={2} id="lead-timeline" fz="md">
          {t('timeline.title')}
        </Title>
        <div className={classes.filters}>
          <SegmentedControl
            size="xs"
            aria-label={t('timeline.filter')}
            value={filter}
            onChange={(next) => setFilter(next as TimelineFilter)}
            data={TIMELINE_FILTERS.map((value) => ({ value, label: t(`timeline.${value}`) }))}
          />
        </div>
      </div>
      {error && !data ? (
        <Alert color="red" title={t('timeline.failed')}>
          {problemText(error)}{' '}
          <Button variant="light" color="red" size="compact-sm" onClick={() => void query.refetch()}>
            {common('action.retry')}
          </Button>
        </Alert>
      ) : !data ? (
        [0, 1, 2, 3].map((row) => <Skeleton key={row} height={36} mb="xs" />)
      ) : days.length === 0 ? (
        <p className={classes.empty}>{t(`timeline.empty.${filter}`)}</p>
      ) : (
        days.map(({ day, atMs, entries }) => (
          <div key={entries[0]?.item.id ?? day}>
            <h3 className={classes.day}>{dayWords(day, atMs)}</h3>
            <ol className={classes.list}>
              {entries.map((entry) => (
                <TimelineEntryRow key={entry.item.id} entry={entry} words={words} />
              ))}
            </ol>
          </div>
        ))
      )}
      <div ref={end} className={classes.end}>
        {hasNextPage ? (
          <Button variant="subtle" size="xs" loading={isFetchingNextPage} onClick={more}>
            {t('timeline.more')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
