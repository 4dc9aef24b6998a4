import { suggestedColumns } from '../intake/csv/csv-columns';
import type { ByteStream } from '../intake/csv/csv-text';
import { readCsv } from '../intake/csv/read-csv';
import { emptyFile, unreadableHeader } from '../intake/csv/read-lead-csv';
import { NotCsvError } from './lead-import.errors';
import type { ImportColumn } from './lead-import.schema';

/** So many records are looked at for samples. */
const LOOKED_AT = 50;
const SAMPLES = 3;
const SAMPLE_MAX = 80;
const COLUMNS_MAX = 1_000;
const NAME_MAX = 200;

/**
 * The columns of a file: names, some of their values, and what each seems to hold. Reads its beginning only.
 * @throws CsvHeaderError when there is no header line; NotCsvError when it is no text
 */
export async function previewOf(file: ByteStream): Promise<ImportColumn[]> {
  let columns: ImportColumn[] | null = null;
  let looked = 0;
  for await (const record of readCsv(file, 'auto')) {
    if (!columns) {
      if ('problem' in record) throw unreadableHeader(record.problem);
      columns = columnsOf(record.fields);
    } else if ('fields' in record && record.fields.length === columns.length) {
      columns.forEach((column, index) => addSample(column, record.fields[index]!));
      looked += 1;
    }
    if (looked >= LOOKED_AT) break;
  }
  if (!columns) throw emptyFile();
  return columns;
}

function columnsOf(header: string[]): ImportColumn[] {
  if (header.length > COLUMNS_MAX || header.some((name) => name.includes('\0'))) throw new NotCsvError();
  const suggested = suggestedColumns(header);
  return header.map((name, index) => ({
    index,
    name: cut(name.trim(), NAME_MAX),
    samples: [],
    suggestedField: suggested[index]!,
  }));
}

function addSample({ samples }: ImportColumn, field: string): void {
  if (samples.length >= SAMPLES) return;
  const sample = cut(field.trim().replaceAll('\0', '\uFFFD').replace(/\s+/g, ' '), SAMPLE_MAX);
  if (sample !== '' && !samples.includes(sample)) samples.push(sample);
}

/** The text or its beginning and « … »; never half of a surrogate pair. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
