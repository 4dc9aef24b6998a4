import { delimiterOf } from './csv-columns';
import { CsvRecords, RECORD_MAX, type CsvRecord } from './csv-records';
import { readText, type ByteStream, type CsvEncoding } from './csv-text';

/**
 * The records of a CSV file as it arrives, in constant memory; the first one is the header line. The delimiter
 * (`;` `,` tab) is that of the header line, or what « sep=; » says before it; blank lines are skipped.
 */
export async function* readCsv(stream: ByteStream, encoding: CsvEncoding): AsyncGenerator<CsvRecord> {
  let records: CsvRecords | null = null;
  let start = '';
  for await (const { text, last } of withLast(readText(stream, encoding))) {
    let piece = text;
    if (!records) {
      start += text;
      const header = headerIn(start, last);
      if (!header) continue;
      records = new CsvRecords(header.delimiter, header.line);
      piece = start.slice(header.from);
      start = '';
    }
    yield* records.read(piece, last);
  }
}

/** Where the header starts: after blank lines, and after « sep=; », which some spreadsheets write. */
function headerIn(text: string, last: boolean): { delimiter: string; from: number; line: number } | null {
  let from = 0;
  for (let line = 1; ; line += 1) {
    const end = text.indexOf('\n', from);
    if (end < 0 && !last && text.length - from < RECORD_MAX) return null;
    const first = text.slice(from, end < 0 ? undefined : end);
    const separator = /^\s*"?sep=(.)"?\s*$/i.exec(first)?.[1];
    if (separator) return { delimiter: separator, from: end < 0 ? text.length : end + 1, line: line + 1 };
    if (first.trim() !== '' || end < 0) return { delimiter: delimiterOf(first), from, line };
    from = end + 1;
  }
}

async function* withLast(pieces: AsyncGenerator<string>): AsyncGenerator<{ text: string; last: boolean }> {
  let before: string | null = null;
  for await (const text of pieces) {
    if (before !== null) yield { text: before, last: false };
    before = text;
  }
  if (before !== null) yield { text: before, last: true };
}
