import type { Readable } from 'node:stream';
import type { FieldError } from '@relance/service-runtime';
import type { CsvDefaults, RowLead } from './csv/csv-row';
import { readLeadCsv, type LeadCsvRow } from './csv/read-lead-csv';
import { rowRefusal } from './row-refusal';

/** Rows taken in at once: enough to fill groups, few enough to stay in constant memory. */
const WINDOW = 256;

export type RejectedLine = { line: number; errors: FieldError[] };
/** What an import yields as it goes: lines that were taken in, and lines that were not. */
export type ImportedLine = { line: number; accepted: true } | (RejectedLine & { accepted: false });

/** Takes one row in; a {@link DomainError} is that row's fault, anything else ends the import. */
export type TakeRow = (row: RowLead & { line: number }) => Promise<unknown>;

/**
 * Takes a CSV file in as it is read, in constant memory: good rows are kept, bad ones come back with line and reason,
 * in the order of the file.
 * @throws CsvHeaderError before the first line, when the header cannot be used
 */
export async function* importLeads(
  file: Readable,
  defaults: CsvDefaults,
  take: TakeRow,
): AsyncGenerator<ImportedLine> {
  const underWay: Promise<ImportedLine>[] = [];
  for await (const row of readLeadCsv(file, defaults)) {
    const line = importRow(row, take);
    // It is awaited in its turn; a failure before that is no unhandled one.
    line.catch(() => undefined);
    underWay.push(line);
    if (underWay.length >= WINDOW) yield await underWay.shift()!;
  }
  for (const line of underWay) yield await line;
}

async function importRow(row: LeadCsvRow, take: TakeRow): Promise<ImportedLine> {
  if ('errors' in row) return { line: row.line, accepted: false, errors: row.errors };
  try {
    await take(row);
    return { line: row.line, accepted: true };
  } catch (error) {
    return { line: row.line, accepted: false, errors: rowRefusal(error) };
  }
}
