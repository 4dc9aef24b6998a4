/** A record and the physical line, from 1, where it starts; or why it could not be read. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; problem: CsvProblem };
export type CsvProblem = 'tooLong' | 'quoteNotClosed';

/** A record of this many characters or more is refused. */
export const RECORD_MAX = 65_536;
/** How much text may be read again after quotes that never close, so that such a file is not read for ever. */
const REREAD_MAX = 64 * RECORD_MAX;

/**
 * Splits text into CSV records (RFC 4180), holding one record and one piece of text at most. It goes on after
 * anything: a quote that never closes costs its own line, not the rest of the file, a record that is too long itself
 * alone. Quotes within an unquoted field, and within a quoted one where no delimiter follows, are taken for themselves.
 */
export class CsvRecords {
  private text = '';
  private at = 0;
  private line: number;
  private skipping = false;
  private rereadable = REREAD_MAX;

  /** @param firstLine number of the line at which the text starts */
  constructor(
    private readonly delimiter: string,
    firstLine = 1,
  ) {
    this.line = firstLine;
  }

  /** The records that are complete with this piece of text; `last` completes the last one. Line ends are `\n`. */
  *read(piece: string, last = false): Generator<CsvRecord> {
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
    while (this.at < this.text.length) {
      const record = this.skipping ? this.skip() : this.next(last);
      if (record === 'incomplete') return;
      if (record) yield record;
    }
  }

  private next(last: boolean): CsvRecord | 'incomplete' | null {
    const line = this.line;
    const end = this.text.indexOf('\n', this.at);
    const first = this.text.slice(this.at, end < 0 ? undefined : end);
    if (first.length >= RECORD_MAX) {
      this.skipping = true;
      return { line, problem: 'tooLong' };
    }
    if (end < 0 && !last) return 'incomplete';
    if (!first.includes('"')) {
      this.advance(end < 0 ? this.text.length : end + 1, 1);
      return first.trim() === '' ? null : { line, fields: first.split(this.delimiter) };
    }
    return this.quoted(last, first);
  }

  /** A record with quotes: it may go on over several lines. */
  private quoted(last: boolean, first: string): CsvRecord | 'incomplete' {
    const { line, text, delimiter } = this;
    const fields: string[] = [];
    const limit = this.at + RECORD_MAX;
    let at = this.at;
    let lines = 1;
    for (;;) {
      let field: string;
      if (text[at] === '"') {
        const close = this.closingQuote(at + 1, Math.min(limit, text.length), last);
        if (close === 'incomplete') return 'incomplete';
        if (close === null) return this.giveUp(first);
        field = text.slice(at + 1, close).replaceAll('""', '"');
        for (let lf = text.indexOf('\n', at); lf >= 0 && lf < close; lf = text.indexOf('\n', lf + 1))
          lines += 1;
        at = close + 1;
        while (text[at] === ' ') at += 1;
      } else {
        const from = at;
        while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
        field = text.slice(from, at);
      }
      fields.push(field);
      if (text[at] === delimiter) {
        at += 1;
        continue;
      }
      if (at >= text.length && !last) return at >= limit ? this.giveUp(first) : 'incomplete';
      if (at > limit) return this.giveUp(first);
      this.advance(at + 1, lines);
      return { line, fields };
    }
  }

  /** The quote that ends a field: what follows it is a delimiter, or the end of the line. */
  private closingQuote(from: number, limit: number, last: boolean): number | 'incomplete' | null {
    const { text, delimiter } = this;
    for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
      if (text[at + 1] === '"') {
        at += 1;
        continue;
      }
      let next = at + 1;
      while (text[next] === ' ') next += 1;
      if (next >= text.length) return last ? at : 'incomplete';
      if (text[next] === delimiter || text[next] === '\n') return at;
    }
    return limit >= text.length && limit - this.at < RECORD_MAX && !last ? 'incomplete' : null;
  }

  /** Refuses the line where the record starts, and reads on after it, or after the whole when that happened too often. */
  private giveUp(first: string): CsvRecord {
    const line = this.line;
    const passed = Math.min(RECORD_MAX, this.text.length - this.at);
    if (this.rereadable > 0) {
      this.rereadable -= passed;
      this.advance(this.at + first.length + 1, 1);
    } else {
      const skipped = this.text.slice(this.at, this.at + passed);
      this.advance(this.at + passed, skipped.split('\n').length - 1);
      this.skipping = true;
    }
    return { line, problem: 'quoteNotClosed' };
  }

  private skip(): 'incomplete' | null {
    const end = this.text.indexOf('\n', this.at);
    if (end < 0) {
      this.at = this.text.length;
      return 'incomplete';
    }
    this.advance(end + 1, 1);
    this.skipping = false;
    return null;
  }

  private advance(to: number, lines: number): void {
    this.at = to;
    this.line += lines;
  }
}
