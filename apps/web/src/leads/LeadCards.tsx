import { useVirtualizer } from '@tanstack/react-virtual';
import { IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useLayoutEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeLeft } from '../time-left/TimeLeft';
import { Age } from './Age';
import classes from './LeadCards.module.css';
import { contactName, vehicleWords } from './lead';
import type { LeadList } from './lead-list';
import { Assignee, ContactStatusWords } from './LeadRow';
import { ListNotices } from './ListNotices';
import type { Row } from './row-book';
import { useRowContext } from './row-context';
import type { GridState } from './use-grid-state';
import { useListState } from './use-list-state';
import { useQuietArrivals } from './use-quiet';

const CARD_PX = 94;
const OVERSCAN = 4;
const READ_AHEAD = 20;
const FIRST_CARDS = 8;

/** The leads on a phone: cards, of which only those in sight exist. */
export function LeadCards({ list, state }: { list: LeadList; state: GridState }): ReactElement {
  const { t } = useTranslation('leads');
  const scroller = useRef<HTMLDivElement>(null);
  useListState(list, (each) => each.version());
  const count = list.loaded ? list.count : FIRST_CARDS;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    overscan: OVERSCAN,
    initialOffset: () => list.place.scrollTop,
    initialRect: { width: 390, height: 700 },
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (list.loaded) list.show(Math.max(first - READ_AHEAD, 0), last + READ_AHEAD);
  }, [list, list.loaded, first, last]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = list.place.scrollTop;
  }, [list]);
  const { bind } = state;
  useEffect(
    () =>
      bind({
        focus: () => undefined,
        reveal: (index) => virtualizer.scrollToIndex(index),
        toTop: () => scroller.current?.scrollTo({ top: 0 }),
        firstVisible: () => 0,
        pageRows: () => 5,
      }),
    [bind, virtualizer],
  );
  useQuietArrivals(list, scroller, false, state.arrive);
  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.cards}
        role="list"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-busy={!list.loaded}
        onScroll={(event) => {
          list.place.scrollTop = event.currentTarget.scrollTop;
        }}
      >
        <div role="presentation" className={classes.all} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <Card
              key={index}
              index={index}
              count={typeof list.total === 'number' ? count : -1}
              top={start}
              row={list.rowAt(index)}
            />
          ))}
        </div>
      </div>
      <ListNotices list={list} last={last} onArrive={state.arrive} />
    </div>
  );
}

const Card = memo(function Card(props: {
  index: number;
  count: number;
  top: number;
  row: Row | undefined;
}): ReactElement {
  const { index, count, top, row } = props;
  return (
    <div
      role="listitem"
      className={classes.card}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-status={row?.lead.status}
      data-gone={row?.gone || undefined}
      data-fresh={row?.fresh || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row ? (
        <CardContent row={row} />
      ) : (
        <>
          <i className={classes.bone} />
          <i className={classes.bone} />
          <i className={classes.bone} />
        </>
      )}
    </div>
  );
});

function CardContent({ row: { lead, readAtMs } }: { row: Row }): ReactElement {
  const { timeZoneOf, calendarOf, words } = useRowContext();
  const { t } = words;
  const name = contactName(lead);
  const zone = timeZoneOf(lead.pointOfSaleId);
  const { phone } = lead.contact;
  return (
    <>
      <span className={classes.line}>
        <TimeLeft lead={lead} readAtMs={readAtMs} calendar={calendarOf(lead.pointOfSaleId)} timeZone={zone} />
        <span className={classes.age}>
          <Age at={lead.createdAt} timeZone={zone} />
        </span>
      </span>
      <Link to="/leads/$leadId" params={{ leadId: lead.id }} className={classes.name}>
        {name}
      </Link>
      <span className={classes.vehicle}>
        {lead.type} · {vehicleWords(lead) || t('list.noVehicle')}
      </span>
      <span className={classes.small}>
        <ContactStatusWords lead={lead} /> · <Assignee lead={lead} />
      </span>
      {phone && (
        <a className={classes.call} href={`tel:${phone}`} aria-label={t('action.callName', { name })}>
          <IconPhone size={20} aria-hidden="true" />
        </a>
      )}
    </>
  );
}
