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
import type { LeadSort } from './lead-list.schema';

const ALL_STATUSES: readonly LeadStatus[] = ['IN_PROGRESS', 'LOST', 'WON'];
/** A walk that has met so many leads without filling a page is given up: the list is gathered. */
const WALKED_AT_MOST = 8_000;

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
 * The way to walk an index in the order of a list: what bounds each of its parts, so that the part is in that order;
 * and what is left to be looked at in each lead met, by words of our own or by values.
 */
type Way = { parts: string[][]; words: string[]; filters: string[] };

function wayOf(page: PageOfList, values: Values): Way {
  const { filter, sort } = page;
  const conditions = conditionsOf(page, values);
  const take = (...parts: FilterPart[]) =>
    parts.flatMap((part) => {
      const condition = conditions.get(part);
      conditions.delete(part);
      return condition === undefined ? [] : [condition];
    });
  const range = sort.endsWith('createdAt') ? take('created') : [];
  const filters: string[] = [];
  const words: string[] = [];
  const parts = (() => {
    if (isByAssignee(page)) {
      filters.push(...pointOfSaleOf(filter, values));
      words.push(...statusOf(filter));
      return [[...range, ...take('assignee')]];
    }
    // With so many, walking all leads in order beats walking each point of sale.
    const apart = filter.pointOfSaleIds !== null && filter.pointOfSaleIds.length <= MAX_SEPARATE_IDS;
    if (!apart) filters.push(...pointOfSaleOf(filter, values));
    const places = apart ? values.ids(filter.pointOfSaleIds!).map(isPlace) : [[]];
    if (isBySource(page)) {
      words.push(...statusOf(filter));
      const bounds = [...range, ...take('source')];
      return places.map((place) => [...place, ...bounds]);
    }
    const bounds = [...range, ...(isOfRunning(page) ? take('overdue', 'paused') : [])];
    if (isToContact(page)) bounds.push(...take('contactStatus'));
    const statuses = (filter.statuses ?? ALL_STATUSES).map((status) => `l.status = ${literal(status)}`);
    return places.flatMap((place) => statuses.map((status) => [...place, status, ...bounds]));
  })();
  words.push(...take('paused', 'type', 'contactStatus'));
  filters.push(...conditions.values());
  return { parts, words, filters };
}

function isPlace(id: string): string[] {
  return [`l.point_of_sale_id = ${id}`];
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

/** Whether the index of leads to contact, of a point of sale and in the order of creation, holds the list. */
function isToContact({ filter, sort }: PageOfList): boolean {
  const { pointOfSaleIds, statuses, contactStatuses, source } = filter;
  if (pointOfSaleIds === null || pointOfSaleIds.length > MAX_SEPARATE_IDS || source !== null) return false;
  const toContact = statuses?.join() === 'IN_PROGRESS' && contactStatuses?.join() === 'TO_CONTACT';
  return toContact && sort.endsWith('createdAt');
}

/**
 * Whether an index walked in the order of the list meets no lead that the filter leaves out. Then a page is read
 * straight from it, however many leads there are.
 */
export function isPlainWalk(page: PageOfList): boolean {
  const { filter, sort } = page;
  const { contactStatuses, paused, types, tag, search, overdue, assigneeId, source } = filter;
  if (types || tag || search || overdue === false) return false;
  if (contactStatuses && !(isToContact(page) && assigneeId === null)) return false;
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

/** Ids and keys of a page: each part of the way is walked as far as need be, and merged. */
export function walk(page: PageOfList, values: Values): string {
  const { column } = orderOf(page.sort);
  const { parts, words, filters } = wayOf(page, values);
  const where = [...afterOf(page, values), ...words, ...lookedAt(filters)];
  const part = (bounds: string[]) =>
    `SELECT l.id, l.${column}, l.${column} AS k FROM leads.lead l ${joinOf(page.filter)} ${whereOf([...bounds, ...where])}`;
  return `SELECT w.id, w.k FROM (${merged(page.sort, parts.map(part), page.rows)}) w`;
}

/**
 * {@link walk} that gives up after {@link WALKED_AT_MOST} leads, whatever the filter leaves out, so that it costs little
 * where hardly any lead is meant.
 */
export function boundedWalk(page: PageOfList, values: Values): string {
  const { column, direction } = orderOf(page.sort);
  const { parts, words, filters } = wayOf(page, values);
  const after = afterOf(page, values);
  const part = (bounds: string[]) => `SELECT l.* FROM leads.lead l ${whereOf([...bounds, ...after])}`;
  return `SELECT l.id, l.${column} AS k
       FROM (${merged(page.sort, parts.map(part), WALKED_AT_MOST)}) l ${joinOf(page.filter)}
       ${whereOf([...words, ...lookedAt(filters)])} ORDER BY l.${column} ${direction}, l.id ${direction} LIMIT ${page.rows}`;
}

/** Rows of several statements in one order. Each has a limit too: so PostgreSQL walks it, and no further than it has to. */
function merged(sort: LeadSort, parts: readonly string[], rows: number): string {
  const { column, direction } = orderOf(sort);
  const ordered = (alias: string) =>
    `ORDER BY ${alias}.${column} ${direction}, ${alias}.id ${direction} LIMIT ${rows}`;
  const walked = parts.map((part) => `${part} ${ordered('l')}`);
  if (walked.length === 1) return walked[0]!;
  return `SELECT m.* FROM (${walked.map((part) => `(${part})`).join('\n UNION ALL ')}) m ${ordered('m')}`;
}
