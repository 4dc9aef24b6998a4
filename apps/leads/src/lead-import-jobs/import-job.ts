import type { LeadImportOutcome } from '@relance/contracts-leads';
import type { CsvColumn } from '../intake/csv/csv-columns';
import type { CsvDefaults } from '../intake/csv/csv-row';
import type { LeadCsvRow } from '../intake/csv/read-lead-csv';

/** An import under way, as its worker knows it: what it was asked, and how far it has committed. */
export type ImportJob = {
  readonly id: string;
  readonly createdBy: string;
  readonly correlationId: string | null;
  readonly sizeBytes: number;
  readonly columns: (CsvColumn | null)[];
  readonly defaults: CsvDefaults & { pointOfSaleId: string };
  /** Points of sale that rows may be taken in for; null: all. */
  readonly allowed: ReadonlySet<string> | null;
  throughLine: number;
  readBytes: number;
  accepted: number;
  rejected: number;
};

/** A line of the file: as it is written, and the lead it says or why there is none. */
export type ImportLine = LeadCsvRow & { fields: string[] };

/** Lines that are committed together. */
export type ImportBatch = {
  lines: ImportLine[];
  /** The last line that was read. */
  throughLine: number;
  readBytes: number;
  /** The end of the file. */
  last: boolean;
};

export function jobOutcome(job: ImportJob, status: LeadImportOutcome['status']): LeadImportOutcome {
  const { readBytes, sizeBytes, accepted, rejected } = job;
  return {
    status,
    progress: { readBytes, sizeBytes, readLines: accepted + rejected, accepted, rejected },
  };
}
