import { hash } from 'node:crypto';
import type { LeadStatus } from '@relance/contracts-leads';
import type { UserPrincipal } from '@relance/service-token';
import { searchQuery } from '../intake/contact-search';
import type { LeadListQuery } from './lead-list.schema';

/** What a list of leads shows, for one person: their points of sale, and the filters made definite. */
export type LeadFilter = {
  /** Null: every point of sale. Sorted. */
  pointOfSaleIds: string[] | null;
  /** Null: all of them. Sorted. */
  statuses: LeadStatus[] | null;
  contactStatuses: string[] | null;
  overdue: boolean | null;
  paused: boolean | null;
  /** A user's id; `none`: nobody; null: no matter. */
  assigneeId: string | null;
  types: string[] | null;
  source: string | null;
  tag: string | null;
  /** Text of a `tsquery`. */
  search: string | null;
  /** Instants in ms, the first inclusive, the second exclusive. */
  createdFromMs: number | null;
  createdToMs: number | null;
};

/** The instants PostgreSQL and ISO 8601 with four digits both know. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Makes a query definite: `me` is a person, points of sale are those the person may see. Null when nothing can match,
 * e.g. leads of a point of sale that is not theirs, or overdue ones that are won.
 */
export function leadFilter(query: LeadListQuery, principal: UserPrincipal): LeadFilter | null {
  const pointOfSaleIds = within(principal.pointOfSaleIds, query.pointOfSaleId);
  const statuses = query.overdue ? within(query.status ?? 'ALL', ['IN_PROGRESS']) : sorted(query.status);
  // No lead has call tracking yet.
  const tracked = query.callTracking !== undefined && !query.callTracking.includes('NONE');
  const impossible = tracked || (query.overdue === true && query.paused === true);
  if (impossible || pointOfSaleIds?.length === 0 || statuses?.length === 0) return null;
  return {
    pointOfSaleIds,
    statuses,
    contactStatuses: sorted(query.contactStatus),
    overdue: query.overdue ?? null,
    paused: query.paused ?? null,
    assigneeId: query.assigneeId === 'me' ? principal.userId : (query.assigneeId ?? null),
    types: sorted(query.type),
    source: query.source?.toLowerCase() ?? null,
    tag: query.tag ?? null,
    search: boundedSearch(searchQuery(query.q ?? '')),
    createdFromMs: query.createdFrom ? inRange(query.createdFrom) : null,
    createdToMs: query.createdTo ? inRange(query.createdTo) : null,
  };
}

/** Tells filters apart; the same text for the same filter, whatever order its values came in. */
export function filterKey(filter: LeadFilter): string {
  return JSON.stringify(filter);
}

/** Ties a cursor to the filter and the sort of its list. */
export function listFingerprint(filter: LeadFilter, sort: string): string {
  return hash('sha256', `${sort} ${filterKey(filter)}`, 'base64url').slice(0, 16);
}

/**
 * One letter, or up to four digits, begin too many words for their beginnings to be worth looking up among a million
 * leads: so short a word is looked for as it is.
 */
function boundedSearch(tsquery: string | null): string | null {
  return tsquery?.replace(/'(.|\d{1,4})':\*/gu, `'$1'`) ?? null;
}

/** The values asked for among those allowed; null when there is no limit at all. */
function within<T extends string>(
  allowed: readonly T[] | 'ALL',
  asked: readonly T[] | undefined,
): T[] | null {
  if (allowed === 'ALL') return sorted(asked);
  return sorted(asked === undefined ? allowed : asked.filter((value) => allowed.includes(value)));
}

function sorted<T extends string>(values: readonly T[] | undefined): T[] | null {
  return values === undefined ? null : [...new Set(values)].sort();
}

function inRange(instant: Date): number {
  return Math.min(Math.max(instant.getTime(), EARLIEST_MS), LATEST_MS);
}
