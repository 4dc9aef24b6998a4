import { isPassing } from '../api/problem';
import { serverNow } from '../api/server-clock';
import type { LeadQuery } from './filters';
import type { Lead } from './lead';
import { stillBelongs } from './lead-order';
import { FIRST_PAGE, PAGE, pageOf, sizeOf, startOf } from './page-layout';
import { RowBook, type ListPage, type Row, type Total } from './row-book';

/** How the list asks the API. */
export type LeadSource = {
  readPage: (query: LeadQuery & { limit: number; cursor?: string }, signal: AbortSignal) => Promise<ListPage>;
  /** Null: not there, or not for this person. */
  readOne: (id: string) => Promise<Lead | null>;
};

/** Browsers do not draw taller than some ten million pixels. */
export const MAX_ROWS = 250_000;
/** More changed rows in sight than this are read by their page rather than one by one. */
const MAX_SINGLE_READS = 5;
const RETRY_MS = 3_000;

/**
 * The leads of one question, by position. Pages are read when their rows come into sight, each from the cursor where
 * the one before ended; cursors are kept, so a page once passed is one request away. What is shown stays where it is:
 * changes are put in place, rows that left the list stay until it is read anew, and newcomers wait until somebody lets
 * them in.
 */
export class LeadList {
  /** How many leads at the beginning of the list wait to be let in. */
  newcomers = 0;
  total: Total | null = null;
  /** What went wrong when a page was read last; null: nothing. */
  error: unknown = null;
  /** Where the reader was, for coming back. */
  readonly place = { scrollTop: 0, activeId: null as string | null };
  readonly #book: RowBook;
  #head: ListPage | null = null;
  #window = { first: 0, last: 0 };
  #reading: AbortController | null = null;
  #version = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly query: LeadQuery,
    private readonly source: LeadSource,
    private readonly userId: string,
  ) {
    this.#book = new RowBook(query.sort ?? '-createdAt');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with each change: the snapshot for React. */
  readonly version = (): number => this.#version;

  /** Whether the first page is there. */
  get loaded(): boolean {
    return !this.#book.empty;
  }

  /** Rows to make room for: those known of, or what the total promises. */
  get count(): number {
    const { known, complete } = this.#book;
    if (complete) return Math.min(known, MAX_ROWS);
    const more = typeof this.total === 'number' ? Math.max(this.total, known + 1) : known + PAGE;
    return Math.min(Math.max(more, this.total === null ? 0 : atLeast(this.total)), MAX_ROWS);
  }

  /** How many rows were passed; those beyond are on the way. */
  get reached(): number {
    return this.#book.complete ? this.#book.known : startOf(this.#book.furthest);
  }

  /** Whether leads have changed places, come or gone since the list was read. */
  get hasNews(): boolean {
    return this.#head !== null;
  }

  rowAt(index: number): Row | undefined {
    return this.#book.rowAt(index);
  }

  row(id: string): Row | undefined {
    return this.#book.row(id);
  }

  indexOf(id: string): number {
    return this.#book.indexOf(id);
  }

  /** Says which rows are in sight; what is missing there is read. */
  show(first: number, last: number): void {
    this.#window = { first, last };
    void this.#readWhatIsMissing();
  }

  /** Reads the beginning of the list (again). What it tells waits until {@link letIn}. @throws ApiProblem */
  async readHead(): Promise<void> {
    const head = await this.#read(0, FIRST_PAGE);
    this.total = head.total;
    // Where nothing stands nothing moves: what comes to an empty list is there at once.
    if (this.#book.empty || this.count === 0) this.#book.replace(head, serverNow());
    else {
      const { newcomers, changed } = this.#book.compare(head, serverNow());
      this.newcomers = newcomers.length;
      this.#head = newcomers.length > 0 || changed ? head : null;
    }
    this.error = null;
    this.#changed();
    void this.#readWhatIsMissing();
  }

  /** The list from its beginning, as it was read last. */
  letIn(): void {
    if (!this.#head) return;
    this.close();
    this.#book.replace(this.#head, serverNow());
    this.#head = null;
    this.newcomers = 0;
    this.#window = { first: 0, last: 0 };
    this.#changed();
  }

  /** Everything shown may be old: the beginning is read again now, the rest when it is in sight. @throws ApiProblem */
  async readAgain(): Promise<void> {
    this.#book.distrustAll();
    await this.readHead();
  }

  /** Leads that changed: those in sight are read at once, the others when they come into sight. */
  async refresh(ids: Iterable<string>): Promise<void> {
    const inSight: string[] = [];
    for (const id of ids) {
      const index = this.indexOf(id);
      if (index >= this.#window.first && index <= this.#window.last) inSight.push(id);
      else this.#book.distrust(id);
    }
    if (inSight.length <= MAX_SINGLE_READS) {
      await Promise.all(inSight.map((id) => this.#readOne(id)));
      return;
    }
    for (const id of inSight) this.#book.distrust(id);
    await this.#readWhatIsMissing();
  }

  /** Shows what the person just did before the server has answered; answers how it was before. */
  change(ids: Iterable<string>, change: (lead: Lead) => Lead): Map<string, Lead> {
    const before = new Map<string, Lead>();
    for (const id of ids) {
      const row = this.row(id);
      if (!row) continue;
      before.set(id, row.lead);
      this.#book.change(id, { lead: change(row.lead) });
    }
    this.#changed();
    return before;
  }

  /** Tries again what could not be read. */
  retry(): void {
    this.error = null;
    this.#changed();
    void this.#readWhatIsMissing();
  }

  /** Ends what is being read. */
  close(): void {
    this.#reading?.abort();
    this.#reading = null;
  }

  async #readWhatIsMissing(): Promise<void> {
    if (this.#reading || !this.loaded || this.error) return;
    const reading = new AbortController();
    this.#reading = reading;
    try {
      for (let page = this.#nextToRead(); page !== null; page = this.#nextToRead()) {
        const answer = await this.#read(page, this.#rowsToRead(page), reading.signal);
        if (reading.signal.aborted) return;
        this.#book.store(page, answer, serverNow());
        this.#book.forget(pageOf(this.#window.first));
        this.total = answer.total;
        this.#changed();
      }
    } catch (error) {
      if (reading.signal.aborted) return;
      this.error = error;
      this.#changed();
      if (isPassing(error)) setTimeout(() => this.retry(), RETRY_MS);
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
  }

  /** A page in sight that is missing or old; or the next one on the way there. */
  #nextToRead(): number | null {
    const { furthest, complete } = this.#book;
    const last = pageOf(Math.max(Math.min(this.#window.last, this.count - 1), 0));
    for (let page = pageOf(this.#window.first); page <= last; page += 1) {
      if (page > furthest) return complete ? null : furthest;
      if (this.#book.isMissing(page)) return page;
    }
    return null;
  }

  /** Those of a page; before those of the first stand the newcomers, who may be more than were counted. */
  #rowsToRead(page: number): number {
    if (page > 0 || this.newcomers === 0) return sizeOf(page);
    return this.newcomers < FIRST_PAGE ? FIRST_PAGE + this.newcomers : PAGE;
  }

  #read(page: number, limit: number, signal = new AbortController().signal): Promise<ListPage> {
    const cursor = this.#book.cursorOf(page);
    return this.source.readPage({ ...this.query, limit, ...(cursor ? { cursor } : {}) }, signal);
  }

  async #readOne(id: string): Promise<void> {
    const lead = await this.source.readOne(id);
    if (lead) {
      const gone = !stillBelongs(lead, this.query, this.userId);
      this.#book.change(id, { lead, readAtMs: serverNow(), gone });
    } else this.#book.change(id, { gone: true });
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** The least a total stands for. */
export function atLeast(total: Total): number {
  return typeof total === 'number' ? total : total.atLeast;
}
