import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import {
  decodeCursor,
  encodeCursor,
  EXACT_TOTAL_LIMIT,
  listTotal,
  type ListOf,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { filterKey, leadFilter, listFingerprint } from './lead-list-filter';
import type { LeadListQuery } from './lead-list.schema';
import {
  countedPage,
  countedWalk,
  isPlainWalk,
  orderedPage,
  type ListPosition,
  type PageOfList,
  type Statement,
} from './lead-list-sql';
import { COUNTED_AT_MOST, LongLists } from './lead-list-totals';
import { leadFromRow, type LeadRow } from './lead-row';
import { leadView } from './lead-view';
import type { LeadView } from './lead.schema';

const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const NOTHING: ListOf<LeadView> = { items: [], nextCursor: null, total: 0 };

type CountedRow = Omit<LeadRow, 'id'> & { id: string | null; total: number };

/**
 * Pages of leads, by keyset: the thousandth costs what the first does. A list of up to {@link COUNTED_AT_MOST} leads
 * is gathered, counted and sorted; a longer one is walked in the order of an index and not counted again for a while.
 * Overdue and time left are those of one instant, the moment of the question.
 */
@Injectable()
export class LeadList {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
    private readonly longLists: LongLists,
  ) {}

  /** @throws ValidationError when the cursor is of another list */
  async page(principal: UserPrincipal, query: LeadListQuery, now = new Date()): Promise<ListOf<LeadView>> {
    const filter = leadFilter(query, principal);
    if (!filter) return NOTHING;
    const fingerprint = listFingerprint(filter, query.sort);
    const after = query.cursor === undefined ? null : readCursor(query.cursor, fingerprint);
    const page: PageOfList = { filter, sort: query.sort, after, rows: query.limit + 1, now };
    const { rows, total } = await this.#read(page);
    await this.versions.load(rows.map((row) => row.settings_id));
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) =>
        leadView(leadFromRow(row), this.versions.calendar(row.settings_id), now.getTime()),
      ),
      nextCursor: last ? encodeCursor([fingerprint, keyOf(last, query.sort), last.id]) : null,
      total: listTotal(total),
    };
  }

  async #read(page: PageOfList): Promise<{ rows: LeadRow[]; total: number }> {
    const key = filterKey(page.filter);
    const nowMs = page.now.getTime();
    if (!this.longLists.isLong(key, nowMs)) {
      const plain = isPlainWalk(page);
      const statement = plain ? countedWalk(page, COUNTED_AT_MOST) : countedPage(page, COUNTED_AT_MOST);
      const rows = await this.#query<CountedRow>(statement);
      const { total } = rows[0]!;
      if (total > COUNTED_AT_MOST) this.longLists.remember(key, nowMs);
      if (plain || total <= COUNTED_AT_MOST) return { rows: rows.filter(isLead), total };
    }
    return { rows: await this.#query<LeadRow>(orderedPage(page)), total: EXACT_TOTAL_LIMIT + 1 };
  }

  /** Not prepared: with its values known, PostgreSQL chooses the index for each filter. */
  async #query<Row extends object>(statement: Statement): Promise<Row[]> {
    const { rows } = await pgPool(this.dataSource).query<Row>(statement);
    return rows;
  }
}

function isLead(row: CountedRow): row is CountedRow & LeadRow {
  return row.id !== null;
}

function keyOf(row: LeadRow, sort: string): number {
  return (sort.endsWith('createdAt') ? row.created_at : row.deadline_at).getTime();
}

function readCursor(cursor: string, fingerprint: string): ListPosition {
  const shape = z.tuple([z.literal(fingerprint), z.int().min(FIRST_MS).max(LAST_MS), z.uuid()]);
  const [, keyMs, id] = decodeCursor(cursor, shape);
  return { keyMs, id };
}
