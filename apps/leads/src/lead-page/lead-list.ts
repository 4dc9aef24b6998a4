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
  LISTED_COLUMNS,
  LISTED_TYPES,
  VERSION_COLUMNS,
  type ListedRow,
  type VersionRow,
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
import { COUNTED_AT_MOST, LIST_REMEMBERED_MS, LongLists, RecentKeys } from './lead-list-totals';
import { leadText, type ListedLead } from './listed-lead';
import { ListedLeads } from './listed-leads';

const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const NOTHING = JSON.stringify({ items: [], nextCursor: null, total: 0 } satisfies ListOf<never>);
/** For so long the leads of a page are expected to be in memory still. */
const PAGE_REMEMBERED_MS = 10 * 60_000;

/**
 * Pages of leads, by keyset: the thousandth costs what the first does. A list of which an index holds the leads in order
 * is walked, one with few leads among many others is gathered and sorted. It is counted each time, unless it was found
 * a while ago to have more than {@link COUNTED_AT_MOST} leads. Which leads are on a page, and which version of them, is read each
 * time; what they say is not read again while they have not changed. Overdue and time left are those of the moment of the question.
 */
@Injectable()
export class LeadList {
  readonly #searchTerms: SearchTerms;
  /** Lists whose leads are so far apart in an index that walking it does not fill a page. */
  readonly #sparseLists = new RecentKeys(LIST_REMEMBERED_MS);
  readonly #shapes = new PreparedShapes();
  readonly #readPages = new RecentKeys(PAGE_REMEMBERED_MS);
  readonly #listed = new ListedLeads();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
    private readonly longLists: LongLists,
  ) {
    this.#searchTerms = new SearchTerms(dataSource);
  }

  /**
   * A page as JSON, a `LeadList` of the API.
   * @throws ValidationError when the cursor is of another list
   */
  async page(principal: UserPrincipal, query: LeadListQuery, now = new Date()): Promise<string> {
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
    const { leads, total } = await this.#leadsOf(page, fingerprint);
    await this.versions.load(leads.map(({ settingsId }) => settingsId));
    const shown = leads.length > query.limit ? leads.slice(0, query.limit) : leads;
    const last = leads.length > query.limit ? shown.at(-1) : undefined;
    const items = shown.map((lead) => leadText(lead, this.versions.calendar(lead.settingsId), nowMs));
    const nextCursor = last ? encodeCursor([fingerprint, keyOf(last, query.sort), last.id]) : null;
    return `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)},"total":${JSON.stringify(listTotal(total))}}`;
  }

  async #leadsOf(page: PageOfList, fingerprint: string): Promise<LeadsRead> {
    const { after, rows: limit, now } = page;
    const key = `${fingerprint} ${limit} ${after?.keyMs} ${after?.id}`;
    const remembered = this.#readPages.has(key, now.getTime())
      ? await this.#fromMemory(page, fingerprint)
      : undefined;
    this.#readPages.add(key, now.getTime());
    if (remembered) return remembered;
    const { rows, total } = await this.#read<ListedRow>(page, fingerprint);
    return { leads: rows.map((row) => this.#listed.remember(row)), total };
  }

  /** Undefined when a lead changed between both statements: a page is as of one instant. */
  async #fromMemory(page: PageOfList, fingerprint: string): Promise<LeadsRead | undefined> {
    const { rows, total } = await this.#read<VersionRow>({ ...page, columns: VERSION_COLUMNS }, fingerprint);
    let leads = rows.map((row) => this.#listed.get(row));
    const missing = rows.filter((_, index) => !leads[index]).map(([, id]) => id);
    if (missing.length > 0) {
      for (const row of await this.#query<ListedRow>(leadsById(missing))) this.#listed.remember(row);
      leads = rows.map((row) => this.#listed.get(row));
    }
    return leads.every((lead) => lead !== undefined) ? { leads, total } : undefined;
  }

  async #read<Row extends AnyRow>(page: PageOfList, fingerprint: string): Promise<Read<Row>> {
    const key = filterKey(page.filter);
    const nowMs = page.now.getTime();
    if (!this.longLists.isLong(key, nowMs)) {
      const counted = await this.#readCounted<Row>(page, fingerprint);
      if (counted.total > COUNTED_AT_MOST) this.longLists.remember(key, nowMs);
      if (counted.complete) return counted;
    }
    return { rows: await this.#readLong(page, fingerprint), total: EXACT_TOTAL_LIMIT + 1 };
  }

  async #readLong<Row extends AnyRow>(page: PageOfList, fingerprint: string): Promise<Row[]> {
    const nowMs = page.now.getTime();
    if (!isPlainWalk(page) && !beginsOutsideWindow(page) && !this.#sparseLists.has(fingerprint, nowMs)) {
      const rows = await this.#query<Row>(boundedOrderedPage(page));
      if (rows.length === page.rows) return rows;
      this.#sparseLists.add(fingerprint, nowMs);
    }
    return this.#query(orderedPage(page));
  }

  /** With the exact total, or one beyond {@link COUNTED_AT_MOST}; then the page may be missing. */
  async #readCounted<Row extends AnyRow>(
    page: PageOfList,
    fingerprint: string,
  ): Promise<Read<Row> & { complete: boolean }> {
    const nowMs = page.now.getTime();
    if (isPlainWalk(page)) {
      return { ...totalAndRows(await this.#query<Row>(walkedPage(page, COUNTED_AT_MOST))), complete: true };
    }
    // Tags and names have indexes of their own, which find what there is.
    const indexed = page.filter.tag !== null || page.filter.search !== null;
    if (!indexed && !beginsOutsideWindow(page) && !this.#sparseLists.has(fingerprint, nowMs)) {
      const { rows, total } = totalAndRows(await this.#query<Row>(boundedPage(page, COUNTED_AT_MOST)));
      const complete = rows.length === page.rows || (page.after === null && rows.length === total);
      if (complete || total > COUNTED_AT_MOST) return { rows, total, complete };
      this.#sparseLists.add(fingerprint, nowMs);
    }
    const gathered = totalAndRows(await this.#query<Row>(countedPage(page, COUNTED_AT_MOST)));
    return { ...gathered, complete: gathered.total <= COUNTED_AT_MOST };
  }

  async #query<Row extends AnyRow>({ text, values, preparable }: Statement): Promise<Row[]> {
    const { rows } = await pgPool(this.dataSource).query<Row>({
      ...{ text, values, types: LISTED_TYPES, rowMode: 'array' },
      name: preparable ? this.#shapes.nameOf(text) : undefined,
    });
    return rows;
  }
}

/** What some leads say, without an order. */
function leadsById(ids: readonly string[]): Statement {
  return {
    text: `SELECT NULL AS total, ${LISTED_COLUMNS}
  FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id WHERE l.id = ANY ($1::uuid[])`,
    values: [ids],
    preparable: true,
  };
}

type AnyRow = ListedRow | VersionRow;
type Read<Row extends AnyRow> = { rows: Row[]; total: number };
type LeadsRead = { leads: ListedLead[]; total: number };

/** The first row tells the total even where there is no lead. */
function totalAndRows<Row extends AnyRow>(rows: Row[]): Read<Row> {
  const [total, id] = rows[0]! as [number, string | null, ...unknown[]];
  return { total, rows: id === null ? [] : rows };
}

function keyOf(lead: ListedLead, sort: string): number {
  return sort.endsWith('createdAt') ? lead.createdAtMs : lead.deadlineAtMs;
}

function readCursor(cursor: string, fingerprint: string): ListPosition {
  const shape = z.tuple([z.literal(fingerprint), z.int().min(FIRST_MS).max(LAST_MS), z.uuid()]);
  const [, keyMs, id] = decodeCursor(cursor, shape);
  return { keyMs, id };
}
