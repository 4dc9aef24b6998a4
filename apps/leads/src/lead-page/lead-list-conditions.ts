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

  /** A list of ids, each with a placeholder of its own, so that a prepared statement knows how many there are. */
  ids(ids: readonly string[]): string[] {
    return ids.map((id) => `${this.add(id)}::uuid`);
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
  if (filter.types) add('type', isOneOf('l.type', filter.types));
  if (filter.contactStatuses) add('contactStatus', isOneOf('l.contact_status', filter.contactStatuses));
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

/** With more points of sale than this, they are one value: an array. */
export const MAX_SEPARATE_IDS = 48;

export function pointOfSaleOf({ pointOfSaleIds }: LeadFilter, values: Values): string[] {
  if (pointOfSaleIds === null) return [];
  if (pointOfSaleIds.length > MAX_SEPARATE_IDS) {
    return [`l.point_of_sale_id = ANY (${values.add(pointOfSaleIds)}::uuid[])`];
  }
  const ids = values.ids(pointOfSaleIds);
  return [ids.length === 1 ? `l.point_of_sale_id = ${ids[0]}` : `l.point_of_sale_id IN (${ids.join(', ')})`];
}

export function statusOf({ statuses }: LeadFilter): string[] {
  return statuses === null ? [] : [isOneOf('l.status', statuses)];
}

/**
 * Words of our own are literals: so partial indexes can be used, and a prepared statement knows how frequent they are.
 * @throws an Error when it is not a word of ours
 */
export function literal(word: string): string {
  if (!/^[A-Z_]+$/.test(word)) throw new Error('Not a word that the API knows.');
  return `'${word}'`;
}

function isOneOf(column: string, words: readonly string[]): string {
  if (words.length === 1) return `${column} = ${literal(words[0]!)}`;
  return `${column} IN (${words.map(literal).join(', ')})`;
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
