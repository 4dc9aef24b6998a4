import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import { EXACT_TOTAL_LIMIT, listTotal } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { leadFilter } from '../lead-page/lead-list-filter';
import { leadListQuery } from '../lead-page/lead-list.schema';
import { COUNTED_AT_MOST, LongLists } from '../lead-page/lead-list-totals';
import type { LeadCountsQuery, LeadCountsView } from './lead-counts.schema';

type Count = keyof LeadCountsView;

const COUNTS: readonly Count[] = ['overdue', 'toContact', 'mine', 'open', 'all'];
const NONE: LeadCountsView = { overdue: 0, toContact: 0, mine: 0, open: 0, all: 0 };

/** `$1` points of sale, `$2` now, `$3` who asks: what each number counts, so that an index answers without the rows. */
const CONDITIONS: Record<Count, string> = {
  overdue: `l.status = 'IN_PROGRESS' AND l.paused_at IS NULL AND l.deadline_at <= $2::timestamptz`,
  toContact: `l.status = 'IN_PROGRESS' AND l.contact_status = 'TO_CONTACT'`,
  mine: `l.status = 'IN_PROGRESS' AND l.assignee_id = $3::uuid`,
  open: `l.status = 'IN_PROGRESS'`,
  all: 'true',
};
/** Their indexes begin with the point of sale, also for those who may see all of them. */
const BY_POINT_OF_SALE: ReadonlySet<Count> = new Set(['overdue', 'toContact']);

/**
 * The numbers on the tabs of the list, all of one instant and in one statement. Each is counted as far as totals are
 * exact; one that was beyond is not counted again for a while (see {@link LongLists}).
 */
@Injectable()
export class LeadCounts {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly longLists: LongLists,
  ) {}

  async of(principal: UserPrincipal, query: LeadCountsQuery, now = new Date()): Promise<LeadCountsView> {
    const filter = leadFilter({ ...leadListQuery.parse({}), ...query }, principal);
    if (!filter) return NONE;
    const { pointOfSaleIds } = filter;
    const keyOf = (count: Count) => countKey(count, pointOfSaleIds, principal);
    const asked = COUNTS.filter((count) => !this.longLists.isLong(keyOf(count), now.getTime()));
    const counted = await this.#count(asked, pointOfSaleIds, principal, now);
    for (const count of asked) {
      if (counted[count]! > COUNTED_AT_MOST) this.longLists.remember(keyOf(count), now.getTime());
    }
    const totals = COUNTS.map((count) => [count, listTotal(counted[count] ?? EXACT_TOTAL_LIMIT + 1)]);
    return Object.fromEntries(totals) as LeadCountsView;
  }

  async #count(
    counts: Count[],
    pointOfSaleIds: string[] | null,
    principal: UserPrincipal,
    now: Date,
  ): Promise<Partial<Record<Count, number>>> {
    if (counts.length === 0) return {};
    const { rows } = await pgPool(this.dataSource).query<Record<Count, number>>({
      // Not prepared: with its values known, PostgreSQL chooses the index for each.
      text: countStatement(counts, pointOfSaleIds !== null),
      values: [pointOfSaleIds, now, principal.userId],
    });
    return rows[0]!;
  }
}

function countStatement(counts: Count[], scoped: boolean): string {
  const columns = counts.map((count) => {
    const conditions = [CONDITIONS[count]];
    if (scoped) conditions.push('l.point_of_sale_id = ANY ($1::uuid[])');
    else if (BY_POINT_OF_SALE.has(count)) {
      conditions.push('l.point_of_sale_id IN (SELECT id FROM leads.point_of_sale)');
    }
    return `(SELECT count(*)::int FROM (SELECT 1 FROM leads.lead l
      WHERE ${conditions.join(' AND ')} LIMIT ${COUNTED_AT_MOST + 1}) AS counted) AS "${count}"`;
  });
  // Every parameter has a type, also where no number asks for it.
  return `SELECT ${columns.join(',\n')}
    FROM (SELECT $1::uuid[], $2::timestamptz, $3::uuid) AS asked`;
}

function countKey(count: Count, pointOfSaleIds: string[] | null, { userId }: UserPrincipal): string {
  return `${count} ${count === 'mine' ? userId : ''} ${pointOfSaleIds?.join() ?? 'ALL'}`;
}
