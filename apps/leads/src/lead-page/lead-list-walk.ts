import type { LeadStatus } from '@relance/contracts-leads';
import {
  conditionsOf,
  joinOf,
  literal,
  MAX_SEPARATE_IDS,
  pointOfSaleOf,
  statusOf,
  whereOf,
  type FilterPart,
  type PageOfList,
  type Values,
} from './lead-list-conditions';
import type { LeadFilter } from './lead-list-filter';
import type { LeadSort } from './lead-list.schema';

const ALL_STATUSES: readonly LeadStatus[] = ['IN_PROGRESS', 'LOST', 'WON'];
/** A walk that has met so many leads without filling a page is given up: the list is gathered. */
const WALKED_AT_MOST = 4_000;

/** The column and the direction of a sort. */
export function orderOf(sort: LeadSort): { column: string; direction: 'ASC' | 'DESC' } {
  return {
    column: sort.endsWith('createdAt') ? 'created_at' : 'deadline_at',
    direction: sort.startsWith('-') ? 'DESC' : 'ASC',
  };
}

/** The condition for what comes after the page before, if there is one. */
export function afterOf(
  { sort, after }: PageOfList,
  values: Values,
  { key, id } = { key: `l.${orderOf(sort).column}`, id: 'l.id' },
): string[] {
  if (!after) return [];
  const position = `(${values.instant(after.keyMs)}, ${values.add(after.id)}::uuid)`;
  return [`(${key}, ${id}) ${sort.startsWith('-') ? '<' : '>'} ${position}`];
}

/**
 * The way to walk an index in the order of a list: what it has to be split by, so that each part is in that order;
 * what bounds each part; and what is left to be looked at in each lead met.
 */
type Way = { from: string[]; range: string[]; filters: string[] };

function wayOf(page: PageOfList, values: Values): Way {
  const { filter, sort } = page;
  const conditions = conditionsOf(page, values);
  const take = (...parts: FilterPart[]) =>
    parts.flatMap((part) => {
      const condition = conditions.get(part);
      conditions.delete(part);
      return condition === undefined ? [] : [condition];
    });
  const way: Way = { from: [], range: [], filters: [] };
  if (sort.endsWith('createdAt')) way.range.push(...take('created'));
  if (isByAssignee(page)) {
    way.range.push(...take('assignee'));
    way.filters.push(...pointOfSaleOf(filter, values), ...statusOf(filter));
  } else if (isBySource(page)) {
    way.range.push(...take('source'));
    splitByPointOfSale(filter, way, values);
    way.filters.push(...statusOf(filter));
  } else {
    if (isOfRunning(page)) way.range.push(...take('overdue', 'paused'));
    splitByPointOfSale(filter, way, values);
    splitByStatus(filter.statuses ?? ALL_STATUSES, way);
  }
  way.filters.push(...conditions.values());
  return way;
}

/** The index of assignees is in the order of creation by itself. */
function isByAssignee({ filter, sort }: PageOfList): boolean {
  return sort.endsWith('createdAt') && filter.assigneeId !== null && filter.assigneeId !== 'none';
}

/** So are those of sources. */
function isBySource(page: PageOfList): boolean {
  return page.sort.endsWith('createdAt') && page.filter.source !== null && !isByAssignee(page);
}

/** Whether the indexes of leads whose clock runs, in the order of deadlines, hold the list. */
function isOfRunning({ filter, sort }: PageOfList): boolean {
  const running = filter.overdue === true || filter.paused === false;
  return sort.endsWith('deadlineAt') && running && filter.statuses?.join() === 'IN_PROGRESS';
}

function splitByPointOfSale(filter: LeadFilter, way: Way, values: Values): void {
  const { pointOfSaleIds } = filter;
  if (pointOfSaleIds === null) return;
  // With so many, walking all leads in order beats walking each point of sale.
  if (pointOfSaleIds.length > MAX_SEPARATE_IDS) way.filters.push(...pointOfSaleOf(filter, values));
  else if (pointOfSaleIds.length === 1) way.range.push(...pointOfSaleOf(filter, values));
  else {
    const ids = values.ids(pointOfSaleIds).map((id) => `(${id})`);
    way.from.push(`(VALUES ${ids.join(', ')}) AS p(point_of_sale_id)`);
    way.range.push('l.point_of_sale_id = p.point_of_sale_id');
  }
}

function splitByStatus(statuses: readonly LeadStatus[], way: Way): void {
  if (statuses.length === 1) way.range.push(`l.status = ${literal(statuses[0]!)}`);
  else {
    way.from.push(`(VALUES ${statuses.map((status) => `(${literal(status)})`).join(', ')}) AS s(status)`);
    way.range.push('l.status = s.status');
  }
}

/**
 * Whether an index walked in the order of the list meets no lead that the filter leaves out. Then a page is read
 * straight from it, however many leads there are.
 */
export function isPlainWalk(page: PageOfList): boolean {
  const { filter, sort } = page;
  const { contactStatuses, paused, types, tag, search, overdue, assigneeId, source } = filter;
  if (contactStatuses || types || tag || search || overdue === false) return false;
  if (paused !== null && !isOfRunning(page)) return false;
  const windowed = filter.createdFromMs !== null || filter.createdToMs !== null;
  if (sort.endsWith('deadlineAt')) return assigneeId === null && source === null && !windowed;
  if (overdue || assigneeId === 'none') return false;
  // Points of sale of one person's leads are few, and in the index of assignees.
  if (assigneeId !== null) return filter.statuses === null && source === null;
  return source === null || filter.statuses === null;
}

/**
 * Conditions as no index answers them, and of which PostgreSQL does not guess how many leads they leave: it walks, whatever
 * the values, and has no reason to plan a prepared statement anew for each.
 */
function lookedAt(filters: readonly string[]): string[] {
  return filters.length === 0 ? [] : [`coalesce(${filters.join(' AND ')}, false)`];
}

/** Ids and keys of a page: each part of the way is walked as far as one page, and merged. */
export function walk(page: PageOfList, values: Values): string {
  const { column, direction } = orderOf(page.sort);
  const { from, range, filters } = wayOf(page, values);
  const where = [...range, ...afterOf(page, values), ...lookedAt(filters)];
  const branch = `SELECT l.id, l.${column} AS k FROM leads.lead l ${joinOf(page.filter)} ${whereOf(where)}
      ORDER BY l.${column} ${direction}, l.id ${direction} LIMIT ${page.rows}`;
  if (from.length === 0) return branch;
  return `SELECT m.id, m.k FROM ${from.join(' CROSS JOIN ')} CROSS JOIN LATERAL (${branch}) m
        ORDER BY m.k ${direction}, m.id ${direction} LIMIT ${page.rows}`;
}

/**
 * {@link walk} that gives up after {@link WALKED_AT_MOST} leads, whatever the filter leaves out, so that it costs little
 * where hardly any lead is meant. Undefined where the way has several parts: what one of them gave up would be missing.
 */
export function boundedWalk(page: PageOfList, values: Values): string | undefined {
  const { column, direction } = orderOf(page.sort);
  const { from, range, filters } = wayOf(page, values);
  if (from.length > 0 || page.filter.search !== null || page.filter.tag !== null) return undefined;
  const where = [...range, ...afterOf(page, values)];
  return `SELECT l.id, l.${column} AS k
       FROM (SELECT l.* FROM leads.lead l ${whereOf(where)}
              ORDER BY l.${column} ${direction}, l.id ${direction} LIMIT ${WALKED_AT_MOST}) l
       ${whereOf(lookedAt(filters))} ORDER BY l.${column} ${direction}, l.id ${direction} LIMIT ${page.rows}`;
}
