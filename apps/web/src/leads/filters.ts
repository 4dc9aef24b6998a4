import type { paths } from '../api/schema';
import {
  CONTACT_STATUSES,
  LEAD_STATUSES,
  LEAD_TYPES,
  type ContactStatus,
  type LeadStatus,
  type LeadType,
} from './lead';
import { instantsOf, readPeriod, writePeriod, type Period } from './period';

/** The tabs that everybody has; their names in the address bar. */
export const TABS = {
  overdue: 'en-souffrance',
  toContact: 'a-contacter',
  mine: 'mes-leads',
  all: '',
} as const;
export type Tab = keyof typeof TABS;
export const TAB_KEYS = Object.keys(TABS) as Tab[];

export const SORTS = ['-createdAt', 'createdAt', '-deadlineAt', 'deadlineAt'] as const;
export type Sort = (typeof SORTS)[number];

/** What the reader chose besides the tab. Empty lists and null: no matter. */
export type LeadFilters = {
  tab: Tab;
  /** The saved view these filters came from. */
  viewId: string | null;
  pointOfSaleIds: string[];
  types: LeadType[];
  source: string | null;
  /** A user's id, `me`, or `none`. */
  assignee: string | null;
  statuses: LeadStatus[];
  contactStatuses: ContactStatus[];
  overdue: boolean;
  period: Period | null;
  q: string;
  /** Null: the order of the tab. */
  sort: Sort | null;
};

/** As in the address bar; also what a saved view keeps. */
export type FilterSearch = Record<string, string>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_TEXT = 120;

export const NO_FILTERS: LeadFilters = {
  tab: 'all',
  viewId: null,
  pointOfSaleIds: [],
  types: [],
  source: null,
  assignee: null,
  statuses: [],
  contactStatuses: [],
  overdue: false,
  period: null,
  q: '',
  sort: null,
};

/** Reads the address bar; what it cannot mean is left out. */
export function readFilters(search: Record<string, string | undefined>): LeadFilters {
  const view = search['vue'];
  const assignee = search['assigneeId'];
  const source = search['source']?.trim().slice(0, MAX_TEXT);
  return {
    tab: TAB_KEYS.find((tab) => TABS[tab] === view) ?? 'all',
    viewId: view && UUID.test(view) ? view : null,
    pointOfSaleIds: values(search['pointOfSaleId']).filter((id) => UUID.test(id)),
    types: among(LEAD_TYPES, search['type']),
    source: source || null,
    assignee: assignee && (assignee === 'me' || assignee === 'none' || UUID.test(assignee)) ? assignee : null,
    statuses: among(LEAD_STATUSES, search['status']),
    contactStatuses: among(CONTACT_STATUSES, search['contactStatus']),
    overdue: search['overdue'] === 'true',
    period: readPeriod(search['period']),
    q: (search['q'] ?? '').slice(0, MAX_TEXT),
    sort: SORTS.find((sort) => sort === search['sort']) ?? null,
  };
}

/** The address of filters: only what was chosen. */
export function writeFilters(filters: LeadFilters): FilterSearch {
  const { pointOfSaleIds, types, statuses, contactStatuses, period } = filters;
  const pairs: [string, string][] = [
    ['vue', filters.viewId ?? TABS[filters.tab]],
    ['pointOfSaleId', pointOfSaleIds.join()],
    ['type', types.join()],
    ['source', filters.source ?? ''],
    ['assigneeId', filters.assignee ?? ''],
    ['status', statuses.join()],
    ['contactStatus', contactStatuses.join()],
    ['overdue', filters.overdue ? 'true' : ''],
    ['period', period ? writePeriod(period) : ''],
    ['q', filters.q.trim()],
    ['sort', filters.sort ?? ''],
  ];
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** What a tab shows by itself; the same as its number counts. */
function tabFilters(tab: Tab): Partial<LeadFilters> {
  switch (tab) {
    case 'overdue':
      return { overdue: true };
    case 'toContact':
      return { statuses: ['IN_PROGRESS'], contactStatuses: ['TO_CONTACT'] };
    case 'mine':
      return { statuses: ['IN_PROGRESS'], assignee: 'me' };
    case 'all':
      return {};
  }
}

/** Filters that a tab leaves nothing to choose of. */
export function isFixedByTab(filters: LeadFilters, filter: keyof LeadFilters): boolean {
  return filter in tabFilters(filters.tab);
}

/** Those of the tab and those chosen, as one: what a saved view keeps. */
export function mergedFilters(filters: LeadFilters): LeadFilters {
  return { ...filters, ...tabFilters(filters.tab), tab: 'all', sort: sortOf(filters) };
}

/** Longest overdue first; otherwise the newest. */
export function sortOf({ tab, sort }: LeadFilters): Sort {
  return sort ?? (tab === 'overdue' ? 'deadlineAt' : '-createdAt');
}

/** How many filters the reader added to the tab. */
export function chosenCount(filters: LeadFilters): number {
  const { vue: _view, sort: _sort, ...chosen } = writeFilters(filters);
  return Object.keys(chosen).length;
}

/** The tab alone again. */
export function clearedFilters({ tab }: LeadFilters): LeadFilters {
  return { ...NO_FILTERS, tab };
}

export type LeadQuery = NonNullable<paths['/api/v1/leads']['get']['parameters']['query']>;

/** The question for the API. `pointOfSaleId`: the switch at the top, which holds where no filter says otherwise. */
export function leadQuery(
  filters: LeadFilters,
  context: { pointOfSaleId: string | null; nowMs: number; timeZone: string | undefined },
): LeadQuery {
  const merged = mergedFilters(filters);
  const { types, source, assignee, statuses, contactStatuses, overdue, period, q } = merged;
  const places =
    merged.pointOfSaleIds.length > 0
      ? merged.pointOfSaleIds
      : context.pointOfSaleId
        ? [context.pointOfSaleId]
        : [];
  return {
    ...(places.length > 0 ? { pointOfSaleId: places } : {}),
    ...(types.length > 0 ? { type: types } : {}),
    ...(source ? { source } : {}),
    ...(assignee ? { assigneeId: assignee } : {}),
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(contactStatuses.length > 0 ? { contactStatus: contactStatuses } : {}),
    ...(overdue ? { overdue: 'true' } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(period ? instantsOf(period, context.nowMs, context.timeZone) : {}),
    sort: sortOf(merged),
  };
}

/** Parameters of an address for the same question, for what is not asked through the typed client. */
export function queryText(query: LeadQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, Array.isArray(value) ? value.join() : String(value));
  }
  return parameters.toString();
}

function values(text: string | undefined): string[] {
  return text ? [...new Set(text.split(','))] : [];
}

function among<T extends string>(allowed: readonly T[], text: string | undefined): T[] {
  const wanted = values(text);
  return allowed.filter((value) => wanted.includes(value));
}
