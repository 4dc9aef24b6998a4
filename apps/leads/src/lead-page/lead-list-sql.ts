import { LEAD_COLUMNS } from './lead-row';
import type { LeadFilter } from './lead-list-filter';
import type { LeadSort } from './lead-list.schema';

export type Statement = { text: string; values: unknown[] };

/** The last lead of the page before. */
export type ListPosition = { keyMs: number; id: string };

export type PageOfList = {
  filter: LeadFilter;
  sort: LeadSort;
  after: ListPosition | null;
  rows: number;
  now: Date;
};

const ALL_STATUSES = ['IN_PROGRESS', 'LOST', 'WON'];
/** With more points of sale than this, walking all leads in order beats walking each point of sale. */
const MAX_BRANCHES = 48;

class Values {
  readonly all: unknown[] = [];

  /** A placeholder for a value. */
  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}

/**
 * A page of a list too long to be counted: the index of the sort order is walked from the cursor. Where the index
 * begins with something else (point of sale, status), each of its branches is walked as far as one page, and merged.
 */
export function orderedPage(page: PageOfList): Statement {
  const values = new Values();
  const order = orderOf(page.sort);
  const ids = beginsOutsideWindow(page) ? sortedWindow(page, values) : walk(page, values);
  return {
    text: `WITH page AS MATERIALIZED (${ids})
SELECT ${LEAD_COLUMNS}
  FROM page JOIN leads.lead l ON l.id = page.id JOIN leads.contact c ON c.lead_id = l.id
 ORDER BY page.k ${order.direction}, page.id ${order.direction}`,
    values: values.all,
  };
}

function walk(page: PageOfList, values: Values): string {
  const order = orderOf(page.sort);
  const { from, conditions } = branches(page, values);
  const where = [...conditions, ...conditionsOf(page, values), ...order.after(page.after, values)];
  const branch = `SELECT l.id, l.${order.column} AS k FROM leads.lead l ${joinOf(page.filter)} ${whereOf(where)}
      ORDER BY l.${order.column} ${order.direction}, l.id ${order.direction} LIMIT ${page.rows}`;
  return from
    ? `SELECT m.id, m.k FROM ${from} CROSS JOIN LATERAL (${branch}) m
        ORDER BY m.k ${order.direction}, m.id ${order.direction} LIMIT ${page.rows}`
    : branch;
}

/**
 * Deadlines follow creations: by ascending deadline, leads created since an instant come after all the older ones.
 * Rather than walk over those, the ones of the window are sorted.
 */
function sortedWindow(page: PageOfList, values: Values): string {
  const order = orderOf(page.sort);
  const where = [...scopeOf(page.filter, values), ...conditionsOf(page, values)];
  const after = order.after(page.after, values, { key: 'w.k', id: 'w.id' });
  return `SELECT w.id, w.k
       FROM (SELECT l.id, l.${order.column} AS k FROM leads.lead l ${joinOf(page.filter)} ${whereOf(where)} OFFSET 0) w
       ${whereOf(after)} ORDER BY w.k ${order.direction}, w.id ${order.direction} LIMIT ${page.rows}`;
}

function beginsOutsideWindow({ sort, filter }: PageOfList): boolean {
  if (sort === 'deadlineAt') return filter.createdFromMs !== null;
  return sort === '-deadlineAt' && filter.createdToMs !== null;
}

/**
 * A page of a list of at most `most` leads, with its exact total: all matching leads are gathered by whatever index
 * is best, counted, and sorted. With more, `total` is `most` + 1 and there is no page. The first row may hold only the total.
 */
export function countedPage(page: PageOfList, most: number): Statement {
  const values = new Values();
  const order = orderOf(page.sort);
  const { filter } = page;
  const where = [...scopeOf(filter, values), ...conditionsOf(page, values)];
  const after = order.after(page.after, values, { key: 'k', id: 'id' });
  return {
    text: `WITH matching AS MATERIALIZED (
  SELECT l.id, l.${order.column} AS k FROM leads.lead l ${joinOf(filter)} ${whereOf(where)} LIMIT ${most + 1}
), counted AS MATERIALIZED (
  SELECT count(*)::int AS total FROM matching
), page AS MATERIALIZED (
  SELECT id, k FROM matching ${whereOf([`(SELECT total FROM counted) <= ${most}`, ...after])}
   ORDER BY k ${order.direction}, id ${order.direction} LIMIT ${page.rows}
)
${countedRows(order.direction)}`,
    values: values.all,
  };
}

function joinOf({ search }: LeadFilter): string {
  return search === null ? '' : 'JOIN leads.contact c ON c.lead_id = l.id';
}

/**
 * Whether an index walked in the order of the list meets no lead that the filter leaves out. Then a page is read
 * straight from it, however many leads there are, and {@link countedWalk} is better than {@link countedPage}.
 */
export function isPlainWalk({ filter, sort }: PageOfList): boolean {
  const { contactStatuses, paused, types, tag, search, overdue, assigneeId, source } = filter;
  if (contactStatuses || paused !== null || types || tag || search || overdue === false) return false;
  const windowed = filter.createdFromMs !== null || filter.createdToMs !== null;
  if (sort.endsWith('deadlineAt')) return assigneeId === null && source === null && !windowed;
  if (overdue || assigneeId === 'none') return false;
  // Points of sale of one person's leads are few, and in the index of assignees.
  if (assigneeId !== null) return filter.statuses === null && source === null;
  return source === null || filter.statuses === null;
}

/** A page read by walking an index, with the total of the list: `most` + 1 when there are more than `most`. */
export function countedWalk(page: PageOfList, most: number): Statement {
  const values = new Values();
  const order = orderOf(page.sort);
  const where = [...scopeOf(page.filter, values), ...conditionsOf(page, values)];
  return {
    text: `WITH counted AS MATERIALIZED (
  SELECT count(*)::int AS total FROM (SELECT 1 FROM leads.lead l ${whereOf(where)} LIMIT ${most + 1}) AS matching
), page AS MATERIALIZED (${walk(page, values)})
${countedRows(order.direction)}`,
    values: values.all,
  };
}

function countedRows(direction: string): string {
  return `SELECT counted.total, ${LEAD_COLUMNS}
  FROM counted
  LEFT JOIN (page JOIN leads.lead l ON l.id = page.id JOIN leads.contact c ON c.lead_id = l.id) ON true
 ORDER BY page.k ${direction}, page.id ${direction}`;
}

function orderOf(sort: LeadSort) {
  const descending = sort.startsWith('-');
  const column = sort.endsWith('createdAt') ? 'created_at' : 'deadline_at';
  return {
    column,
    direction: descending ? 'DESC' : 'ASC',
    after(
      position: ListPosition | null,
      values: Values,
      { key, id } = { key: `l.${column}`, id: 'l.id' },
    ): string[] {
      if (!position) return [];
      const at = `${values.add(new Date(position.keyMs).toISOString())}::timestamptz`;
      return [`(${key}, ${id}) ${descending ? '<' : '>'} (${at}, ${values.add(position.id)}::uuid)`];
    },
  };
}

/** What an ordered walk has to be split by, so that each part is in the order of an index. */
function branches(page: PageOfList, values: Values): { from: string; conditions: string[] } {
  const { filter, sort } = page;
  const byCreation = sort.endsWith('createdAt');
  const everywhere = filter.pointOfSaleIds === null || filter.pointOfSaleIds.length > MAX_BRANCHES;
  // The index of assignees is in the order of creation by itself.
  if (byCreation && filter.assigneeId !== null && filter.assigneeId !== 'none') {
    return { from: '', conditions: scopeOf(filter, values) };
  }
  // The indexes of sources and of running leads begin with the point of sale, and need no status.
  const byPointOfSaleOnly = byCreation ? filter.source !== null : filter.overdue === true;
  if (byPointOfSaleOnly) {
    const from =
      filter.pointOfSaleIds === null
        ? '(SELECT id AS point_of_sale_id FROM leads.point_of_sale) p'
        : `unnest(${values.add(filter.pointOfSaleIds)}::uuid[]) AS p(point_of_sale_id)`;
    return {
      from,
      conditions: ['l.point_of_sale_id = p.point_of_sale_id', ...statusOf(filter, values)],
    };
  }
  const statuses = filter.statuses ?? ALL_STATUSES;
  const split: string[] = [];
  const conditions: string[] = [];
  if (everywhere) conditions.push(...pointOfSaleOf(filter, values));
  else if (filter.pointOfSaleIds!.length === 1) conditions.push(...pointOfSaleOf(filter, values));
  else {
    split.push(`unnest(${values.add(filter.pointOfSaleIds)}::uuid[]) AS p(point_of_sale_id)`);
    conditions.push('l.point_of_sale_id = p.point_of_sale_id');
  }
  if (statuses.length === 1) conditions.push(`l.status = ${values.add(statuses[0])}`);
  else {
    split.push(`unnest(${values.add(statuses)}::text[]) AS s(status)`);
    conditions.push('l.status = s.status');
  }
  return { from: split.join(' CROSS JOIN '), conditions };
}

function scopeOf(filter: LeadFilter, values: Values): string[] {
  return [...pointOfSaleOf(filter, values), ...statusOf(filter, values)];
}

function pointOfSaleOf({ pointOfSaleIds, source }: LeadFilter, values: Values): string[] {
  if (pointOfSaleIds?.length === 1) return [`l.point_of_sale_id = ${values.add(pointOfSaleIds[0])}::uuid`];
  if (pointOfSaleIds) return [`l.point_of_sale_id = ANY (${values.add(pointOfSaleIds)}::uuid[])`];
  // Named, so that the index of sources, which begins with the point of sale, can be used.
  return source === null ? [] : ['l.point_of_sale_id IN (SELECT id FROM leads.point_of_sale)'];
}

function statusOf({ statuses, overdue }: LeadFilter, values: Values): string[] {
  // As a literal, so that the index of running leads can be used.
  if (overdue) return [`l.status = 'IN_PROGRESS'`];
  if (statuses === null) return [];
  if (statuses.length === 1) return [`l.status = ${values.add(statuses[0])}`];
  return [`l.status = ANY (${values.add(statuses)}::text[])`];
}

/** Everything that is neither point of sale nor status. */
function conditionsOf({ filter, now }: PageOfList, values: Values): string[] {
  const all: string[] = [];
  const instant = (ms: number) => `${values.add(new Date(ms).toISOString())}::timestamptz`;
  const anyOf = (column: string, wanted: string[] | null) => {
    if (wanted?.length === 1) all.push(`${column} = ${values.add(wanted[0])}`);
    else if (wanted) all.push(`${column} = ANY (${values.add(wanted)}::text[])`);
  };
  if (filter.overdue === true) all.push(`l.paused_at IS NULL AND l.deadline_at <= ${instant(now.getTime())}`);
  if (filter.overdue === false) {
    all.push(
      `(l.status <> 'IN_PROGRESS' OR l.paused_at IS NOT NULL OR l.deadline_at > ${instant(now.getTime())})`,
    );
  }
  if (filter.paused !== null) all.push(`l.paused_at IS ${filter.paused ? 'NOT ' : ''}NULL`);
  if (filter.assigneeId === 'none') all.push('l.assignee_id IS NULL');
  else if (filter.assigneeId !== null) all.push(`l.assignee_id = ${values.add(filter.assigneeId)}::uuid`);
  anyOf('l.type', filter.types);
  anyOf('l.contact_status', filter.contactStatuses);
  if (filter.source !== null) all.push(`lower(l.source_name) = lower(${values.add(filter.source)})`);
  if (filter.tag !== null) {
    const tag = values.add([filter.tag]);
    all.push(`l.tags @> ${tag}::text[] AND l.tags <> '{}'`);
  }
  if (filter.search !== null) all.push(`c.search @@ ${values.add(filter.search)}::tsquery`);
  if (filter.createdFromMs !== null) all.push(`l.created_at >= ${instant(filter.createdFromMs)}`);
  if (filter.createdToMs !== null) all.push(`l.created_at < ${instant(filter.createdToMs)}`);
  return all;
}

function whereOf(conditions: string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}
