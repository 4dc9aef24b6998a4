import { Inject, Injectable } from '@nestjs/common';
import { pgPool } from '@relance/database';
import type { UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { leadFilter } from '../lead-page/lead-list-filter';
import {
  countedPage,
  isPlainWalk,
  orderedPage,
  type ListPosition,
  type PageOfList,
  type Statement,
} from '../lead-page/lead-list-sql';
import { COUNTED_AT_MOST } from '../lead-page/lead-list-totals';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from '../lead-page/lead-row';
import { BYTE_ORDER_MARK, csvLine } from './csv-line';
import type { LeadExportQuery } from './lead-export.schema';
import { LEAD_HEADERS, leadCells } from './lead-csv';
import { Turnstile } from './turnstile';

const PAGE = 500;
/** So many pages are read at once for all exports together: the other connections are for people who wait. */
const PAGES_AT_ONCE = 2;

type CountedRow = Omit<LeadRow, 'id'> & { id: string | null; total: number };
type Place = { name: string; timeZone: string };
/** Names met so far; there are fewer people and places than leads. */
type Names = { people: Map<string, string>; places: Map<string, Place> };

/**
 * The leads of a list as a CSV file, page after page by keyset: a page is read when the one before has gone, so a
 * million leads take the memory of one page, and no connection or snapshot is held while a slow reader reads.
 */
@Injectable()
export class LeadExport {
  readonly #turnstile = new Turnstile(PAGES_AT_ONCE);

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The file in pieces: the header first, then a piece for each page. */
  async *file(principal: UserPrincipal, query: LeadExportQuery, now = new Date()): AsyncGenerator<string> {
    const { id: ids, ...filters } = query;
    const filter = leadFilter({ ...filters, limit: PAGE }, principal);
    const pages = ids
      ? this.#chosen(principal, ids)
      : filter
        ? this.#pages({ filter, sort: query.sort, after: null, rows: PAGE, now })
        : [];
    let piece = BYTE_ORDER_MARK + csvLine(LEAD_HEADERS);
    const names: Names = { people: new Map(), places: new Map() };
    for await (const rows of pages) {
      await this.#learnNames(rows, names);
      piece += rows.map((row) => lineOf(row, names, now)).join('');
      yield piece;
      piece = '';
    }
    if (piece) yield piece;
  }

  /** Leads somebody chose one by one; those of points of sale they may not see are left out. */
  async *#chosen({ pointOfSaleIds }: UserPrincipal, ids: string[]): AsyncGenerator<LeadRow[]> {
    yield await this.#query<LeadRow>({
      text: `SELECT ${LEAD_COLUMNS}
  FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id
 WHERE l.id = ANY ($1::uuid[]) AND ($2::uuid[] IS NULL OR l.point_of_sale_id = ANY ($2::uuid[]))
 ORDER BY l.created_at DESC, l.id DESC`,
      values: [ids, pointOfSaleIds === 'ALL' ? null : pointOfSaleIds],
    });
  }

  /** As the list reads: few leads are gathered and sorted, many are walked in the order of an index. */
  async *#pages(page: PageOfList): AsyncGenerator<LeadRow[]> {
    let walks = isPlainWalk(page);
    let after: ListPosition | null = null;
    for (;;) {
      const wanted: PageOfList = { ...page, after };
      let rows: LeadRow[] | undefined;
      if (!walks) {
        const counted = await this.#query<CountedRow>(countedPage(wanted, COUNTED_AT_MOST));
        walks = counted[0]!.total > COUNTED_AT_MOST;
        if (!walks) rows = counted.filter(isLead);
      }
      rows ??= await this.#query<LeadRow>(orderedPage(wanted));
      if (rows.length > 0) yield rows;
      if (rows.length < page.rows) return;
      const last = rows.at(-1)!;
      const key = page.sort.endsWith('createdAt') ? last.created_at : last.deadline_at;
      after = { keyMs: key.getTime(), id: last.id };
    }
  }

  async #learnNames(rows: LeadRow[], { people, places }: Names): Promise<void> {
    const unknown = (ids: (string | null)[], known: Map<string, unknown>) =>
      [...new Set(ids)].filter((id) => id !== null && !known.has(id));
    const newPeople = unknown(rows.map((row) => row.assignee_id), people); // prettier-ignore
    const newPlaces = unknown(rows.map((row) => row.point_of_sale_id), places); // prettier-ignore
    if (newPeople.length + newPlaces.length === 0) return;
    const found = await this.#query<{ id: string; name: string; time_zone: string | null }>({
      text: `SELECT id, name, NULL AS time_zone FROM leads.member WHERE id = ANY ($1::uuid[])
             UNION ALL
             SELECT id, name, time_zone FROM leads.point_of_sale WHERE id = ANY ($2::uuid[])`,
      values: [newPeople, newPlaces],
    });
    for (const { id, name, time_zone: timeZone } of found) {
      if (timeZone === null) people.set(id, name);
      else places.set(id, { name, timeZone });
    }
  }

  /** Not prepared: with its values known, PostgreSQL chooses the index for each filter. */
  #query<Row extends object>(statement: Statement): Promise<Row[]> {
    return this.#turnstile.run(async () => (await pgPool(this.dataSource).query<Row>(statement)).rows);
  }
}

const NOWHERE: Place = { name: '', timeZone: 'Europe/Paris' };

function lineOf(row: LeadRow, { people, places }: Names, now: Date): string {
  const pointOfSale = places.get(row.point_of_sale_id) ?? NOWHERE;
  const assignee = row.assignee_id && (people.get(row.assignee_id) ?? null);
  return csvLine(leadCells(leadFromRow(row), { pointOfSale, assignee, nowMs: now.getTime() }));
}

function isLead(row: CountedRow): row is CountedRow & LeadRow {
  return row.id !== null;
}
