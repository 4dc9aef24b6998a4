import type { LeadStatus } from '@relance/contracts-leads';
import type { LeadFilter } from './lead-list-filter';
import type { LeadSort } from './lead-list.schema';

/** The last lead of the page before. */
export type ListPosition = { keyMs: number; id: string };

export type PageOfList = {
  filter: LeadFilter;
  sort: LeadSort;
  after: ListPosition | null;
  rows: number;
  now: Date;
  /** What is read of each lead and its contact; without it, all of `lead-row.ts`. */
  columns?: string;
  /** Words of the search that so many contacts have that looking them up costs more than looking at the contacts. */
  commonTerms?: ReadonlySet<string>;
};

/** The values of a statement, and their placeholders. */
export class Values {
  readonly all: unknown[] = [];

  /** A placeholder for a value. */
  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }

  instant(ms: number): string {
    return `${this.add(new Date(ms).toISOString())}::timestamptz`;
  }

  /** A condition on a column that has to have one of some values. */
  anyOf(column: string, wanted: readonly string[]): string {
    if (wanted.length === 1) return `${column} = ${this.add(wanted[0])}`;
    return `${column} = ANY (${this.add(wanted)}::text[])`;
  }
}

/** What a filter asks that is neither point of sale nor status, by the index parts that can answer it. */
export type FilterPart =
  'overdue' | 'paused' | 'assignee' | 'type' | 'contactStatus' | 'source' | 'tag' | 'search' | 'created';

/** The conditions of the filter that are neither point of sale nor status; those not asked for are not there. */
export function conditionsOf(page: PageOfList, values: Values): Map<FilterPart, string> {
  const { filter } = page;
  const all = new Map<FilterPart, string>();
  const add = (part: FilterPart, ...conditions: string[]) => {
    if (conditions.length > 0) all.set(part, conditions.join(' AND '));
  };
  if (filter.overdue !== null) add('overdue', overdueIs(filter.overdue, page.now, values));
  if (filter.paused !== null) add('paused', `l.paused_at IS ${filter.paused ? 'NOT ' : ''}NULL`);
  if (filter.assigneeId === 'none') add('assignee', 'l.assignee_id IS NULL');
  else if (filter.assigneeId !== null)
    add('assignee', `l.assignee_id = ${values.add(filter.assigneeId)}::uuid`);
  if (filter.types) add('type', values.anyOf('l.type', filter.types));
  if (filter.contactStatuses) add('contactStatus', values.anyOf('l.contact_status', filter.contactStatuses));
  if (filter.source !== null) add('source', `lower(l.source_name) = lower(${values.add(filter.source)})`);
  if (filter.tag !== null) add('tag', `l.tags @> ${values.add([filter.tag])}::text[] AND l.tags <> '{}'`);
  if (filter.search !== null) add('search', searchOf(filter.search, page.commonTerms, values));
  const { createdFromMs, createdToMs } = filter;
  add('created', ...createdBetween(createdFromMs, createdToMs, values));
  return all;
}

function overdueIs(overdue: boolean, now: Date, values: Values): string {
  const at = values.instant(now.getTime());
  if (overdue) return `l.paused_at IS NULL AND l.deadline_at <= ${at}`;
  return `(l.status <> 'IN_PROGRESS' OR l.paused_at IS NOT NULL OR l.deadline_at > ${at})`;
}

function createdBetween(fromMs: number | null, toMs: number | null, values: Values): string[] {
  const all: string[] = [];
  if (fromMs !== null) all.push(`l.created_at >= ${values.instant(fromMs)}`);
  if (toMs !== null) all.push(`l.created_at < ${values.instant(toMs)}`);
  return all;
}

/** The index looks up the rare words; the common ones are then looked for in what it found. */
function searchOf(search: string, common: ReadonlySet<string> = new Set(), values: Values): string {
  const terms = search.split(' & ');
  const rare = terms.filter((term) => !common.has(term));
  if (rare.length === 0 || rare.length === terms.length) return `c.search @@ ${values.add(search)}::tsquery`;
  const rest = terms.filter((term) => common.has(term));
  // A concatenation, which no index answers.
  return (
    `c.search @@ ${values.add(rare.join(' & '))}::tsquery` +
    ` AND (c.search || '') @@ ${values.add(rest.join(' & '))}::tsquery`
  );
}

export function pointOfSaleOf({ pointOfSaleIds }: LeadFilter, values: Values): string[] {
  if (pointOfSaleIds?.length === 1) return [`l.point_of_sale_id = ${values.add(pointOfSaleIds[0])}::uuid`];
  if (pointOfSaleIds) return [`l.point_of_sale_id = ANY (${values.add(pointOfSaleIds)}::uuid[])`];
  return [];
}

/** Statuses are literals: so partial indexes can be used, and a prepared statement knows how frequent they are. */
export function statusOf({ statuses }: LeadFilter): string[] {
  if (statuses === null) return [];
  if (statuses.length === 1) return [`l.status = ${literal(statuses[0]!)}`];
  return [`l.status IN (${statuses.map(literal).join(', ')})`];
}

export function literal(status: LeadStatus): string {
  return `'${status}'`;
}

export function scopeOf(filter: LeadFilter, values: Values): string[] {
  return [...pointOfSaleOf(filter, values), ...statusOf(filter)];
}

export function joinOf({ search }: LeadFilter): string {
  return search === null ? '' : 'JOIN leads.contact c ON c.lead_id = l.id';
}

export function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}
