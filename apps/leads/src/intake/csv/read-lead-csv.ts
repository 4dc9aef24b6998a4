import type { Readable } from 'node:stream';
import type { FieldError } from '@relance/service-runtime';
import type { NewLeadBody } from '../new-lead.schema';
import { columnsOf, delimiterOf, type CsvColumn } from './csv-columns';
import { CsvRecords, RECORD_MAX, type CsvRecord } from './csv-records';
import { leadOfRow, type CsvDefaults } from './csv-row';
import { readText, type CsvEncoding } from './csv-text';
import { CsvHeaderError } from './csv.errors';

export type LeadCsvOptions = CsvDefaults & { encoding?: CsvEncoding };

/** A row of the file, by the physical line where it starts: a lead, or why there is none, in French. */
export type LeadCsvRow = { line: number; lead: NewLeadBody } | { line: number; errors: FieldError[] };

const PROBLEMS = {
  tooLong: `ligne trop longue : ${RECORD_MAX} caractères au plus`,
  quoteNotClosed: 'guillemet ouvert et jamais refermé',
};

/**
 * Reads a CSV file of leads as it arrives, in constant memory. The delimiter (`;` `,` tab) is that of the header line,
 * whose names may be French or English; blank lines are skipped; a bad row never stops the good ones. Contacts
 * are as written: intake normalises them.
 *
 * @throws CsvHeaderError when the header line is missing or unusable
 */
export async function* readLeadCsv(stream: Readable, options: LeadCsvOptions): AsyncGenerator<LeadCsvRow> {
  let records: CsvRecords | null = null;
  let columns: (CsvColumn | null)[] | null = null;
  let start = '';
  for await (const { text, last } of withLast(readText(stream, options.encoding ?? 'auto'))) {
    let piece = text;
    if (!records) {
      start += text;
      const header = headerIn(start, last);
      if (!header) continue;
      records = new CsvRecords(header.delimiter, header.line);
      piece = start.slice(header.from);
      start = '';
    }
    for (const record of records.read(piece, last)) {
      if (columns) {
        const row = rowOf(record, columns, options);
        if (row) yield row;
      } else {
        columns = columnsOfRecord(record, options);
      }
    }
  }
  if (!columns) throw new CsvHeaderError(['Le fichier est vide.'], []);
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

function columnsOfRecord(record: CsvRecord, options: LeadCsvOptions): (CsvColumn | null)[] {
  if ('problem' in record) throw new CsvHeaderError([`En-tête illisible : ${PROBLEMS[record.problem]}.`], []);
  const given: CsvColumn[] = [];
  if (options.type) given.push('type');
  if (options.source) given.push('source');
  if (options.pointOfSaleId) given.push('pointOfSaleId');
  return columnsOf(record.fields, given);
}

function rowOf(record: CsvRecord, columns: (CsvColumn | null)[], options: LeadCsvOptions): LeadCsvRow | null {
  const { line } = record;
  if ('problem' in record) return { line, errors: [{ path: '', message: PROBLEMS[record.problem] }] };
  const { fields } = record;
  if (fields.every((field) => field.trim() === '')) return null;
  if (fields.length !== columns.length) {
    const message = `${fields.length} colonne${fields.length > 1 ? 's' : ''} au lieu de ${columns.length}`;
    return { line, errors: [{ path: '', message }] };
  }
  return { line, ...leadOfRow(fields, columns, options) };
}

async function* withLast(pieces: AsyncGenerator<string>): AsyncGenerator<{ text: string; last: boolean }> {
  let before: string | null = null;
  for await (const text of pieces) {
    if (before !== null) yield { text: before, last: false };
    before = text;
  }
  if (before !== null) yield { text: before, last: true };
}
