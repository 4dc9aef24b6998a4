import { Inject, Injectable } from '@nestjs/common';
import type { LeadImportOutcome, LeadImportProgress } from '@relance/contracts-leads';
import { DataSource } from 'typeorm';
import { readCsv } from '../intake/csv/read-csv';
import { leadCsvRow } from '../intake/csv/read-lead-csv';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { ImportBatches } from './import-batches';
import { storedFile } from './import-file';
import { jobOutcome, type ImportBatch, type ImportJob, type ImportLine } from './import-job';
import { mappedColumns } from './import-mapping';
import { LEAD_IMPORT_COLUMNS, progressOf, type LeadImportRow } from './lead-import-row';

/** Lines in one transaction: enough to be quick, few enough to hold no reader of the event log back. */
const BATCH_LINES = { least: 16, most: 256 };
/** Progress is committed about so often, at least: batches become smaller while the database is slow. */
const BATCH_MS = 500;

/** What goes on around an import while it runs. */
export type ImportWatch = {
  /** Ends it between two batches, to go on elsewhere. */
  signal: AbortSignal;
  /** Called often while it is alive. */
  alive(): void;
  /** Called after each batch. */
  progressed(progress: LeadImportProgress): void;
};

/**
 * Imports a file from where it is to its end, in constant memory. The file is read again from its beginning, which
 * takes a second or two for the largest; lines that were committed are passed over.
 */
@Injectable()
export class LeadImportRunner {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly batches: ImportBatches,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  /** @throws ImportOvertakenError, the reason of the signal, and whatever the database says */
  async run(importId: string, watch: ImportWatch): Promise<LeadImportOutcome> {
    const row = await this.#row(importId);
    if (!row) return { status: 'CANCELLED', progress: NOTHING };
    if (row.status !== 'RUNNING') return endOf(row);
    const job = await this.#jobOf(row);
    for await (const batch of this.#batchesOf(job, watch)) {
      watch.signal.throwIfAborted();
      if (!(await this.batches.write(job, batch))) return endOf((await this.#row(importId)) ?? row);
      const outcome = jobOutcome(job, 'DONE');
      watch.progressed(outcome.progress);
      if (batch.last) return outcome;
    }
    throw new Error('a file has no last batch');
  }

  /** Ends an import that cannot go on. */
  async fail(importId: string, reason: string): Promise<LeadImportOutcome> {
    await this.dataSource.query(
      `UPDATE leads.lead_import SET status = 'FAILED', ended_at = now(), failure = $2
        WHERE id = $1 AND status = 'RUNNING'`,
      [importId, reason],
    );
    const row = await this.#row(importId);
    return row ? endOf(row) : { status: 'FAILED', progress: NOTHING };
  }

  async *#batchesOf(job: ImportJob, watch: ImportWatch): AsyncGenerator<ImportBatch> {
    let lines: ImportLine[] = [];
    let throughLine = job.throughLine;
    let readBytes = 0;
    let size = BATCH_LINES.most;
    let committedAt = performance.now();
    const file = storedFile(this.dataSource, job.id, (bytes) => {
      readBytes = bytes;
      watch.alive();
      watch.signal.throwIfAborted();
    });
    let header = true;
    for await (const record of readCsv(file, 'auto')) {
      if (header || record.line <= job.throughLine) {
        header = false;
        continue;
      }
      throughLine = record.line;
      const row = leadCsvRow(record, job.columns, job.defaults);
      if (row) lines.push({ ...row, fields: 'fields' in record ? record.fields : [] });
      if (lines.length < size && performance.now() - committedAt < BATCH_MS) continue;
      const began = performance.now();
      yield { lines, throughLine, readBytes, last: false };
      lines = [];
      committedAt = performance.now();
      size = nextSize(size, committedAt - began);
    }
    yield { lines, throughLine, readBytes: job.sizeBytes, last: true };
  }

  async #row(importId: string): Promise<LeadImportRow | undefined> {
    const [row] = await this.dataSource.query<LeadImportRow[]>(
      `SELECT ${LEAD_IMPORT_COLUMNS} FROM leads.lead_import i WHERE i.id = $1`,
      [importId],
    );
    return row;
  }

  async #jobOf(row: LeadImportRow): Promise<ImportJob> {
    const defaults = row.defaults ?? {};
    const pointOfSale = await this.pointsOfSale.findOne(row.point_of_sale_id);
    const { type, source, category } = defaults;
    return {
      id: row.id,
      createdBy: row.created_by,
      correlationId: row.correlation_id,
      sizeBytes: Number(row.size_bytes),
      columns: mappedColumns(row.columns, row.mapping ?? {}, defaults),
      defaults: {
        pointOfSaleId: row.point_of_sale_id,
        timeZone: pointOfSale?.timeZone ?? 'Europe/Paris',
        timeZones: await this.pointsOfSale.timeZones(),
        ...(type && { type }),
        ...(source && { source: { name: source, category: category ?? null } }),
      },
      allowed: row.allowed_point_of_sale_ids && new Set(row.allowed_point_of_sale_ids),
      throughLine: row.through_line,
      readBytes: Number(row.read_bytes),
      accepted: row.accepted,
      rejected: row.rejected,
    };
  }
}

/** Pure: half as many lines after a slow commit, twice as many after a quick one. */
export function nextSize(size: number, tookMs: number): number {
  if (tookMs > BATCH_MS) return Math.max(BATCH_LINES.least, size / 2);
  return tookMs < BATCH_MS / 4 ? Math.min(BATCH_LINES.most, size * 2) : size;
}

const NOTHING: LeadImportProgress = { readBytes: 0, sizeBytes: 0, readLines: 0, accepted: 0, rejected: 0 };

function endOf(row: LeadImportRow): LeadImportOutcome {
  const status = row.status === 'DONE' || row.status === 'FAILED' ? row.status : 'CANCELLED';
  return { status, progress: progressOf(row) };
}
