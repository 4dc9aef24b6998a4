import { lazy, Suspense, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { useLetterKeys } from '../app/letter-keys';
import { formatNumber } from '../i18n/format';
import { EmptyLeads, UnreadableLeads } from './EmptyLeads';
import { FilterBar } from './FilterBar';
import filterClasses from './FilterBar.module.css';
import { chosenCount, NO_FILTERS, sortOf } from './filters';
import { ExportButton } from './ExportButton';
import { KeysHelp } from './KeysHelp';
import { LeadGrid } from './LeadGrid';
import classes from './LeadsPage.module.css';
import { atLeast, type LeadList } from './lead-list';
import { SearchBox } from './SearchBox';
import { SelectionBar } from './SelectionBar';
import { startSelectionExport } from './start-export';
import type { FilterPage } from './use-filters';
import { useGridKeys } from './use-grid-keys';
import { useGridState } from './use-grid-state';
import { useLeadActions } from './use-lead-actions';
import { useListState } from './use-list-state';

const LeadCards = lazy(async () => ({ default: (await import('./LeadCards')).LeadCards }));
const PhoneFilters = lazy(async () => ({ default: (await import('./PhoneFilters')).PhoneFilters }));
const AssignPicker = lazy(async () => ({ default: (await import('./AssignPicker')).AssignPicker }));

/** The filters and what they find; a new question begins with nothing selected. */
export function LeadsPanel(props: {
  page: FilterPage;
  list: LeadList;
  problem: unknown;
  again: () => void;
  phone: boolean;
  onTab: (tab: string) => void;
}): ReactElement {
  const { page, list, problem, again, phone, onTab } = props;
  const searchBox = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const content = useListState(list, (each) =>
    !each.loaded ? 'unknown' : each.count === 0 ? 'none' : 'some',
  );
  const sources = useSources(list);
  const search = (
    <SearchBox
      ref={searchBox}
      className={phone ? classes.phoneSearch : filterClasses.search}
      q={page.filters.q}
      onSearch={(q) => page.change({ q })}
    />
  );
  const common = { filters: page.filters, sources, timeZone: page.timeZone, search } as const;
  return (
    <>
      {phone ? (
        <Suspense fallback={<div className={classes.phoneBar}>{search}</div>}>
          <PhoneFilters {...common} onChange={page.change} onClear={page.clear} list={list}>
            <ExportButton page={page} list={list} size={36} />
          </PhoneFilters>
        </Suspense>
      ) : (
        <FilterBar {...common} onChange={page.change} onClear={page.clear}>
          {chosenCount(page.filters) > 0 && <ListTotal list={list} />}
          <ExportButton page={page} list={list} />
          <KeysHelp opened={help} onChange={setHelp} />
        </FilterBar>
      )}
      {content === 'none' ? (
        <div className={classes.empty}>
          <EmptyLeads
            filters={page.filters}
            onClear={page.filters.viewId ? () => page.go(NO_FILTERS) : page.clear}
            onTab={onTab}
          />
        </div>
      ) : content === 'unknown' && problem ? (
        <div className={classes.empty}>
          <UnreadableLeads problem={problem} onRetry={again} />
        </div>
      ) : (
        <ShownLeads
          key={listKeyOf(list)}
          {...{ page, list, phone }}
          onSearch={() => {
            searchBox.current?.focus();
            searchBox.current?.select();
          }}
          onHelp={() => setHelp(true)}
        />
      )}
    </>
  );
}

function ShownLeads(props: {
  page: FilterPage;
  list: LeadList;
  phone: boolean;
  onSearch: () => void;
  onHelp: () => void;
}): ReactElement {
  const { page, list, phone, onSearch, onHelp } = props;
  const may = useMay();
  const letters = useLetterKeys();
  const actions = useLeadActions(list);
  const state = useGridState(list, actions);
  useGridKeys(list, state, {
    mayTake: may('lead.take'),
    mayAssign: may('lead.assign'),
    letters,
    search: onSearch,
    help: onHelp,
  });
  return (
    <>
      {phone ? (
        <Suspense>
          <LeadCards list={list} state={state} />
        </Suspense>
      ) : (
        <LeadGrid
          list={list}
          state={state}
          sort={sortOf(page.filters)}
          onSort={(sort) => page.change({ sort })}
        />
      )}
      <SelectionBar state={state} onExport={() => startSelectionExport([...state.selection.leads.keys()])} />
      {state.assigning && (
        <Suspense>
          <AssignPicker
            leads={state.assigning}
            onClose={() => state.assign(null)}
            onPick={(to) => {
              state.act(state.assigning!, (ids) => actions.assign(ids, to));
              state.assign(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** « 4 812 leads », or that there are more than were counted. */
function ListTotal({ list }: { list: LeadList }): ReactElement | null {
  const { t, i18n } = useTranslation('leads');
  const count = useListState(list, ({ total }) => (total === null ? null : atLeast(total)));
  const exact = useListState(list, ({ total }) => typeof total === 'number');
  if (count === null) return null;
  const number = formatNumber(count, i18n.language);
  return <span role="status">{exact ? t('count', { count, number }) : t('countMore', { number })}</span>;
}

/** Rows that are looked at for the names of their sources. */
const LOOKED_AT = 250;

/** Sources that have been seen, to choose from; as one text, so that nothing is drawn again without need. */
function useSources(list: LeadList): string[] {
  const seen = useListState(list, (each) => (each.loaded ? sourcesOf(each) : ''));
  return useMemo(() => (seen === '' ? [] : seen.split('\n')), [seen]);
}

function sourcesOf(list: LeadList): string {
  const names = new Set<string>();
  for (let index = 0; index < Math.min(list.count, LOOKED_AT); index += 1) {
    const name = list.rowAt(index)?.lead.source.name;
    if (name) names.add(name);
  }
  return [...names].sort((a, b) => a.localeCompare(b, 'fr')).join('\n');
}

const keys = new WeakMap<LeadList, number>();
let lastKey = 0;

/** Each list has a state of its own. */
function listKeyOf(list: LeadList): number {
  let key = keys.get(list);
  if (key === undefined) keys.set(list, (key = lastKey += 1));
  return key;
}
