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
import { PreparedShapes } from './lead-list-prepared';
import {
  createdAtOf,
  deadlineAtOf,
  idOf,
  LISTED_COLUMNS,
  LISTED_TYPES,
  listedLead,
  settingsOf,
  type ListedRow,
} from './lead-list-rows';
import { SearchTerms } from './lead-list-search-terms';
import type { LeadListQuery } from './lead-list.schema';
import {
  beginsOutsideWindow,
  boundedOrderedPage,
  boundedPage,
  countedPage,
  isPlainWalk,
  orderedPage,
  walkedPage,
  type ListPosition,
  type PageOfList,
  type Statement,
} from './lead-list-sql';
import { COUNTED_AT_MOST, LongLists, SparseLists } from './lead-list-totals';
import type { LeadView } from './lead.schema';

const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const NOTHING: ListOf<LeadView> = { items: [], nextCursor: null, total: 0 };

/**
 * Pages of leads, by keyset: the thousandth costs what the first does. A list of which an index holds the leads in order
 * is walked, one with few leads among many others is gathered and sorted. It is counted each time, unless it was found
 * a while ago to have more than {@link COUNTED_AT_MOST} leads. Overdue and time left are those of the moment of the question.
 */
@Injectable()
export class LeadList {
  readonly #searchTerms: SearchTerms;
  readonly #sparseLists = new SparseLists();
  readonly #shapes = new PreparedShapes();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
    private readonly longLists: LongLists,
  ) {
    this.#searchTerms = new SearchTerms(dataSource);
  }

  /** @throws ValidationError when the cursor is of another list */
  async page(principal: UserPrincipal, query: LeadListQuery, now = new Date()): Promise<ListOf<LeadView>> {
    const filter = leadFilter(query, principal);
    if (!filter) return NOTHING;
    const fingerprint = listFingerprint(filter, query.sort);
    const after = query.cursor === undefined ? null : readCursor(query.cursor, fingerprint);
    const nowMs = now.getTime();
    const commonTerms = await this.#searchTerms.commonOf(filter.search, nowMs);
    const page: PageOfList = {
      ...{ filter, sort: query.sort, after, rows: query.limit + 1, now },
      ...{ columns: LISTED_COLUMNS, commonTerms },
    };
    const { rows, total } = await this.#read(page, fingerprint);
    await this.versions.load(rows.map(settingsOf));
    const shown = rows.length > query.limit ? rows.slice(0, query.limit) : rows;
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => listedLead(row, this.versions.calendar(settingsOf(row)), nowMs)),
      nextCursor: last ? encodeCursor([fingerprint, keyOf(last, query.sort), idOf(last)]) : null,
      total: listTotal(total),
    };
  }

  async #read(page: PageOfList, fingerprint: string): Promise<Read> {
    const key = filterKey(page.filter);
    const nowMs = page.now.getTime();
    if (!this.longLists.isLong(key, nowMs)) {
      const counted = await this.#readCounted(page, fingerprint);
      if (counted.total > COUNTED_AT_MOST) this.longLists.remember(key, nowMs);
      if (counted.complete) return counted;
    }
    return { rows: await this.#readLong(page, fingerprint), total: EXACT_TOTAL_LIMIT + 1 };
  }

  async #readLong(page: PageOfList, fingerprint: string): Promise<ListedRow[]> {
    const nowMs = page.now.getTime();
    if (!isPlainWalk(page) && !beginsOutsideWindow(page) && !this.#sparseLists.isSparse(fingerprint, nowMs)) {
      const rows = await this.#query(boundedOrderedPage(page));
      if (rows.length === page.rows) return rows;
      this.#sparseLists.remember(fingerprint, nowMs);
    }
    return this.#query(orderedPage(page));
  }

  /** With the exact total, or one beyond {@link COUNTED_AT_MOST}; then the page may be missing. */
  async #readCounted(page: PageOfList, fingerprint: string): Promise<Read & { complete: boolean }> {
    const nowMs = page.now.getTime();
    if (isPlainWalk(page)) {
      return { ...totalAndRows(await this.#query(walkedPage(page, COUNTED_AT_MOST))), complete: true };
    }
    // Tags and names have indexes of their own, which find what there is.
    const indexed = page.filter.tag !== null || page.filter.search !== null;
    if (!indexed && !beginsOutsideWindow(page) && !this.#sparseLists.isSparse(fingerprint, nowMs)) {
      const { rows, total } = totalAndRows(await this.#query(boundedPage(page, COUNTED_AT_MOST)));
      const complete = rows.length === page.rows || (page.after === null && rows.length === total);
      if (complete || total > COUNTED_AT_MOST) return { rows, total, complete };
      this.#sparseLists.remember(fingerprint, nowMs);
    }
    const gathered = totalAndRows(await this.#query(countedPage(page, COUNTED_AT_MOST)));
    return { ...gathered, complete: gathered.total <= COUNTED_AT_MOST };
  }

  async #query({ text, values, preparable }: Statement): Promise<ListedRow[]> {
    const { rows } = await pgPool(this.dataSource).query<ListedRow>({
      ...{ text, values, types: LISTED_TYPES, rowMode: 'array' },
      name: preparable ? this.#shapes.nameOf(text) : undefined,
    });
    return rows;
  }
}

type Read = { rows: ListedRow[]; total: number };

/** The first row tells the total even where there is no lead. */
function totalAndRows(rows: ListedRow[]): Read {
  const [first] = rows;
  return { total: first![0]!, rows: idOf(first!) === null ? [] : rows };
}

function keyOf(row: ListedRow, sort: string): number {
  return sort.endsWith('createdAt') ? createdAtOf(row) : deadlineAtOf(row);
}

function readCursor(cursor: string, fingerprint: string): ListPosition {
  const shape = z.tuple([z.literal(fingerprint), z.int().min(FIRST_MS).max(LAST_MS), z.uuid()]);
  const [, keyMs, id] = decodeCursor(cursor, shape);
  return { keyMs, id };
}
