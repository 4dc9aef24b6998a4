import type { Sort } from './filters';
import type { Lead } from './lead';
import { isBefore } from './lead-order';
import { pageOf, sizeOf, startOf } from './page-layout';

export type Total = number | { atLeast: number };
export type ListPage = { items: Lead[]; nextCursor: string | null; total: Total };

/**
 * A lead as it was read, `readAtMs` by the server's clock. `gone`: it is in the list no more, but nothing moves under
 * the reader. `fresh`: it has just come in.
 */
export type Row = { lead: Lead; readAtMs: number; gone: boolean; fresh: boolean };

type Page = { ids: string[]; stale: boolean };
type PlacedRow = Row & { page: number };

/** Pages kept in memory: some thousand leads. */
const MAX_PAGES = 30;

/**
 * Which lead stands where, as far as it is known: pages, and the cursors they begin at. Once read, a page keeps its rows
 * in their places. Synchronous; reading is done by LeadList.
 */
export class RowBook {
  /** Whether the end of the list is known. */
  complete = false;
  readonly #pages = new Map<number, Page>();
  #cursors: string[] = [''];
  readonly #rows = new Map<string, PlacedRow>();

  constructor(private readonly sort: Sort) {}

  /** Nothing was read yet. */
  get empty(): boolean {
    return !this.#pages.has(0);
  }

  /** The last page with a known cursor; further ones have to be walked to. */
  get furthest(): number {
    return this.#cursors.length - 1;
  }

  /** Rows known to be there, read or passed. */
  get known(): number {
    const last = this.furthest;
    return startOf(last) + (this.complete ? (this.#pages.get(last)?.ids.length ?? 0) : 0);
  }

  cursorOf(page: number): string | undefined {
    return this.#cursors[page];
  }

  /** Whether a page has to be read before it is shown. */
  isMissing(page: number): boolean {
    return this.#pages.get(page)?.stale ?? true;
  }

  row(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  ids(): string[] {
    return [...this.#rows.keys()];
  }

  rowAt(index: number): Row | undefined {
    const page = pageOf(index);
    const id = this.#pages.get(page)?.ids[index - startOf(page)];
    return id === undefined ? undefined : this.#rows.get(id);
  }

  indexOf(id: string): number {
    const page = this.#rows.get(id)?.page;
    if (page === undefined) return -1;
    const offset = this.#pages.get(page)?.ids.indexOf(id) ?? -1;
    return offset < 0 ? -1 : startOf(page) + offset;
  }

  change(id: string, change: Partial<Row>): void {
    const row = this.#rows.get(id);
    if (row) this.#rows.set(id, { ...row, ...change });
  }

  distrust(id: string): void {
    const page = this.#pages.get(this.#rows.get(id)?.page ?? -1);
    if (page) page.stale = true;
  }

  distrustAll(): void {
    for (const page of this.#pages.values()) page.stale = true;
  }

  /**
   * The answer for a page. A page that is known keeps its rows where they are; the last one may have grown. Those that
   * come before the rows of the first page wait as newcomers, see {@link compare}.
   */
  store(page: number, { items, nextCursor }: ListPage, readAtMs: number): void {
    const mine = items.filter(({ id }) => (this.#rows.get(id)?.page ?? page) === page);
    const kept = this.#pages.get(page)?.ids.filter((id) => this.#rows.get(id)?.page === page) ?? [];
    const furthest = page === this.furthest;
    this.#markGone(kept, { items, nextCursor });
    const places = new Set(kept);
    const grows = kept.length === 0 || (furthest && this.complete);
    const last = page === 0 ? this.#rows.get(kept.at(-1) ?? '')?.lead : undefined;
    for (const lead of mine) {
      if (!places.has(lead.id)) {
        if (!grows || places.size >= sizeOf(page)) continue;
        if (last && isBefore(lead, last, this.sort)) continue;
        places.add(lead.id);
      }
      this.#rows.set(lead.id, { lead, readAtMs, gone: false, fresh: false, page });
    }
    this.#pages.set(page, { ids: [...places], stale: false });
    if (!furthest) return;
    this.complete = nextCursor === null;
    if (nextCursor !== null) this.#cursors.push(nextCursor);
  }

  /** Begins anew. */
  replace(head: ListPage, readAtMs: number): void {
    const before = new Set(this.#rows.keys());
    const began = !this.empty;
    this.#pages.clear();
    this.#rows.clear();
    this.#cursors = [''];
    this.complete = false;
    this.store(0, head, readAtMs);
    if (began) for (const { id } of head.items) if (!before.has(id)) this.change(id, { fresh: true });
  }

  /**
   * What the beginning of the list, read again, tells: leads that are not shown yet, and whether some left or stand
   * elsewhere now. Rows that are shown are brought up to date where they are; when newcomers pushed some of them off the
   * answer, the page is as old as it was.
   */
  compare(head: ListPage, readAtMs: number): { newcomers: Lead[]; changed: boolean } {
    const { items, total } = head;
    const shown = this.#pages.get(0)!.ids;
    const last = this.#rows.get(shown.at(-1) ?? '')?.lead;
    const ended = shown.length < sizeOf(0) || !last;
    const newcomers = items.filter(
      (lead) => !this.#rows.has(lead.id) && (ended || isBefore(lead, last, this.sort)),
    );
    for (const lead of items) this.change(lead.id, { lead, readAtMs, gone: false });
    this.#markGone(shown, head);
    if (this.complete && typeof total === 'number' && total > this.known && this.furthest > 0)
      this.#pages.get(this.furthest)!.stale = true;
    const order = new Map(items.map(({ id }, at) => [id, at]));
    const staying = shown.filter((id) => !this.#rows.get(id)?.gone);
    const first = this.#pages.get(0)!;
    first.stale &&= staying.some((id) => !order.has(id));
    // Those pushed off the answer come last, as they do in the list.
    const places = staying.map((id) => order.get(id) ?? items.length);
    const moved =
      places.some((at, index) => index > 0 && at < places[index - 1]!) ||
      items.some((lead) => this.#comesForward(lead, last));
    return { newcomers, changed: moved || staying.length < shown.length };
  }

  /** A row of a further page that belongs among those of the first by now. */
  #comesForward(lead: Lead, lastOfFirst: Lead | undefined): boolean {
    const page = this.#rows.get(lead.id)?.page ?? 0;
    return page > 0 && lastOfFirst !== undefined && isBefore(lead, lastOfFirst, this.sort);
  }

  /** Rows that an answer does not name, although it goes beyond their place, are in the list no more. */
  #markGone(ids: readonly string[], { items, nextCursor }: Omit<ListPage, 'total'>): void {
    const answered = new Set(items.map(({ id }) => id));
    const end = items.at(-1);
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (!row || answered.has(id)) continue;
      if (nextCursor === null || !end || isBefore(row.lead, end, this.sort)) this.change(id, { gone: true });
    }
  }

  /** Of too many pages, those furthest from `page` leave; their cursors stay, and so do the ends of what is known. */
  forget(page: number): void {
    while (this.#pages.size > MAX_PAGES) {
      const candidates = [...this.#pages.keys()].filter((each) => each !== 0 && each !== this.furthest);
      const [victim] = candidates.sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
      if (victim === undefined) return;
      for (const id of this.#pages.get(victim)!.ids)
        if (this.#rows.get(id)?.page === victim) this.#rows.delete(id);
      this.#pages.delete(victim);
    }
  }
}
