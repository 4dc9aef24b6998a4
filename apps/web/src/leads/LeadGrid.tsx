import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from './filters';
import { GridHead } from './GridHead';
import classes from './LeadGrid.module.css';
import type { LeadList } from './lead-list';
import { LeadRow, rowElementId } from './LeadRow';
import { ListNotices } from './ListNotices';
import { RowMenu } from './RowMenu';
import { elementOf, inElementOrder, rowWindow, windowSize } from './row-window';
import { useRowContext } from './row-context';
import type { GridState } from './use-grid-state';
import { useListState } from './use-list-state';
import { useQuietArrivals } from './use-quiet';

const ROW_PX = 40;
const HEAD_PX = 34;
const SELECTION_PX = 76;
/** Rows drawn beyond what is seen, so that scrolling meets no gap. */
const SPARE_ROWS = 8;
/** Rows read beyond what is seen. */
const READ_AHEAD = 80;
/** While the first page is read, as many rows as a screen holds. */
const FIRST_ROWS = 24;
const FIRST_HEIGHT = 800;

/** The leads as a table of any length: only the rows in sight exist. */
export function LeadGrid(props: {
  list: LeadList;
  state: GridState;
  sort: Sort;
  onSort: (sort: Sort) => void;
}): ReactElement {
  const { list, state, sort, onSort } = props;
  const { t } = useTranslation('leads');
  const { severalPlaces } = useRowContext();
  useListState(list, (each) => each.version());
  const scroller = useRef<HTMLDivElement>(null);
  const count = list.loaded ? list.count : FIRST_ROWS;
  const { ref: sized, height } = useElementSize();
  const rows = Math.ceil((height || FIRST_HEIGHT) / ROW_PX);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    rangeExtractor: ({ startIndex, count: all }) => rowWindow(startIndex, rows, SPARE_ROWS, all),
    overscan: SPARE_ROWS,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    // The bar of the selection lies over the end of the list.
    paddingEnd: state.selection.leads.size > 0 ? SELECTION_PX : 0,
    initialOffset: () => list.place.scrollTop,
    initialRect: { width: 1_000, height: FIRST_HEIGHT },
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  // Moving elements within the page is what costs most while scrolling: they are put in order once it has ended.
  const [anchor, setAnchor] = useState(first);
  if (!virtualizer.isScrolling && anchor !== first) setAnchor(first);
  const size = windowSize(rows, SPARE_ROWS);

  useEffect(() => {
    if (list.loaded) list.show(Math.max(first - READ_AHEAD, 0), last + READ_AHEAD);
  }, [list, list.loaded, first, last]);

  // Back from a lead: where the reader was. A new question begins at the top.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = list.place.scrollTop;
  }, [list]);

  const { bind } = state;
  useEffect(
    () =>
      bind({
        focus: () => scroller.current?.focus({ preventScroll: true }),
        reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
        toTop: () => scroller.current?.scrollTo({ top: 0 }),
        firstVisible: () => Math.ceil((scroller.current?.scrollTop ?? 0) / ROW_PX),
        pageRows: () => Math.max(Math.floor((scroller.current?.clientHeight ?? 400) / ROW_PX) - 2, 1),
      }),
    [bind, virtualizer],
  );
  useQuietArrivals(list, scroller, state.held, state.arrive);

  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const target = event.target as Element;
    const index = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
    if (Number.isNaN(index) || target.closest('[role="menu"]')) return;
    const what = target.closest('[data-do]')?.getAttribute('data-do') ?? 'open';
    const elsewhere = event.ctrlKey || event.metaKey || event.button !== 0;
    if (what === 'open' && elsewhere && target.closest('a')) return;
    event.preventDefault();
    state.activate(index);
    if (what === 'toggle') state.select(index, event.shiftKey);
    else if (what === 'menu') state.openMenu(index);
    else if (event.shiftKey) state.select(index, true);
    else state.open(index, elsewhere);
  };
  const { activeIndex, selection, menuIndex } = state;
  const both = useMergedRef(scroller, sized);
  const activeShown = activeIndex !== null && activeIndex >= first && activeIndex <= last;
  return (
    <div className={classes.frame}>
      <div
        ref={both}
        role="grid"
        tabIndex={0}
        className={classes.grid}
        aria-label={t('list.label')}
        aria-rowcount={list.loaded && typeof list.total === 'number' ? count + 1 : -1}
        aria-multiselectable="true"
        aria-busy={!list.loaded}
        aria-activedescendant={activeShown ? rowElementId(activeIndex) : undefined}
        data-places={severalPlaces || undefined}
        onMouseDown={(event) => {
          // Shift chooses rows, not their words.
          if (event.shiftKey) event.preventDefault();
        }}
        onClick={onClick}
        onScroll={(event) => {
          list.place.scrollTop = event.currentTarget.scrollTop;
        }}
      >
        <GridHead
          {...{ sort, onSort, severalPlaces }}
          selected={selection.leads.size === 0 ? 'none' : state.allSelected ? 'all' : 'some'}
          onSelectAll={() => state.selectAll()}
        />
        <div
          role="rowgroup"
          className={classes.rows}
          data-scrolling={virtualizer.isScrolling || undefined}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {inElementOrder(items, anchor, size).map(({ index, start }) => {
            const row = list.rowAt(index);
            return (
              <LeadRow
                key={elementOf(index, size)}
                index={index}
                top={start - HEAD_PX}
                row={row}
                selected={row !== undefined && selection.leads.has(row.lead.id)}
                active={index === activeIndex}
                menu={row && index === menuIndex ? <RowMenu lead={row.lead} state={state} /> : undefined}
              />
            );
          })}
        </div>
      </div>
      <ListNotices list={list} last={last} onArrive={state.arrive} />
    </div>
  );
}
