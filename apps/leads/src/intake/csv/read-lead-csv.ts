import type { FieldError } from '@relance/service-runtime';
import { columnsOf, type CsvColumn } from './csv-columns';
import { RECORD_MAX, type CsvProblem, type CsvRecord } from './csv-records';
import { leadOfRow, type CsvDefaults, type RowLead } from './csv-row';
import type { ByteStream, CsvEncoding } from './csv-text';
import { CsvHeaderError } from './csv.errors';
import { readCsv } from './read-csv';

export type LeadCsvOptions = CsvDefaults & { encoding?: CsvEncoding };

/** A row of the file, by the physical line where it starts: a lead, or why there is none, in French. */
export type LeadCsvRow = { line: number } & (RowLead | { errors: FieldError[] });

const PROBLEMS = {
  tooLong: `ligne trop longue : ${RECORD_MAX} caractères au plus`,
  quoteNotClosed: 'guillemet ouvert et jamais refermé',
};

/**
 * Reads a CSV file of leads as it arrives ({@link readCsv}). The names in its header line may be French or English; a
 * bad row never stops the good ones. Contacts are as written: intake normalises them.
 *
 * @throws CsvHeaderError when the header line is missing or unusable
 */
export async function* readLeadCsv(stream: ByteStream, options: LeadCsvOptions): AsyncGenerator<LeadCsvRow> {
  let columns: (CsvColumn | null)[] | null = null;
  for await (const record of readCsv(stream, options.encoding ?? 'auto')) {
    if (columns) {
      const row = leadCsvRow(record, columns, options);
      if (row) yield row;
    } else {
      columns = columnsOfRecord(record, options);
    }
  }
  if (!columns) throw emptyFile();
}

/** For a file without a header line. */
export function emptyFile(): CsvHeaderError {
  return new CsvHeaderError(['Le fichier est vide.'], []);
}

/** For a header line that is no record. */
export function unreadableHeader(problem: CsvProblem): CsvHeaderError {
  return new CsvHeaderError([`En-tête illisible : ${PROBLEMS[problem]}.`], []);
}

function columnsOfRecord(record: CsvRecord, options: LeadCsvOptions): (CsvColumn | null)[] {
  if ('problem' in record) throw unreadableHeader(record.problem);
  const given: CsvColumn[] = [];
  if (options.type) given.push('type');
  if (options.source) given.push('source');
  if (options.pointOfSaleId) given.push('pointOfSaleId');
  return columnsOf(record.fields, given);
}

/** The lead of a record, or what is wrong with it; null for a line that says nothing. */
export function leadCsvRow(
  record: CsvRecord,
  columns: (CsvColumn | null)[],
  defaults: CsvDefaults,
): LeadCsvRow | null {
  const { line } = record;
  if ('problem' in record) return { line, errors: [{ path: '', message: PROBLEMS[record.problem] }] };
  const { fields } = record;
  if (fields.every((field) => field.trim() === '')) return null;
  if (fields.length !== columns.length) {
    const message = `${fields.length} colonne${fields.length > 1 ? 's' : ''} au lieu de ${columns.length}`;
    return { line, errors: [{ path: '', message }] };
  }
  return { line, ...leadOfRow(fields, columns, defaults) };
}
