import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { findKnownLeads } from '../intake/find-known-leads';
import type { IntakeCommand } from '../intake/intake-command';
import { isRefused } from '../intake/intake-failures';
import { IntakePreparation, type PreparedLead } from '../intake/intake-preparation';
import { INTAKE_STATEMENT, intakeParameter } from '../intake/intake-statement';
import { ForeignPointOfSaleError } from '../intake/intake.errors';
import { besideKnown } from '../intake/known-lead';
import { rowRefusal } from '../intake/row-refusal';
import type { ImportBatch, ImportJob, ImportLine } from './import-job';
import { rejectionReason } from './rejection-reason';

type Rejection = { line: number; fields: string[]; reason: string };
type Ready = { line: ImportLine; prepared: PreparedLead };

/** Somebody else is at work on this import: what this process knows of it is old. */
export class ImportOvertakenError extends Error {}

/**
 * Writes batches of an import: leads, events, rejected lines and the progress, in ONE transaction that first looks
 * whether the import is still where this process thinks it is. So however a process dies, or is thought dead and goes
 * on, no line is lost and none is taken twice.
 */
@Injectable()
export class ImportBatches {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly preparation: IntakePreparation,
  ) {}

  /**
   * Commits a batch and moves the job; false when the import runs no more, and nothing was written.
   * @throws ImportOvertakenError
   */
  async write(job: ImportJob, batch: ImportBatch): Promise<boolean> {
    const { ready, rejections } = await this.#prepare(job, batch.lines);
    try {
      return await this.#commit(job, batch, ready, rejections, insertTogether);
    } catch (error) {
      if (!isRefused(error)) throw error;
      // PostgreSQL refuses a value of one of them: only that one is at fault.
      return this.#commit(job, batch, ready, rejections, insertOneByOne);
    }
  }

  async #prepare(job: ImportJob, lines: ImportLine[]): Promise<{ ready: Ready[]; rejections: Rejection[] }> {
    const rejections: Rejection[] = [];
    const takeable: { line: ImportLine; command: IntakeCommand }[] = [];
    for (const line of lines) {
      if ('errors' in line) rejections.push(rejection(line, rejectionReason(line.errors)));
      else if (isForeign(job, line.lead.pointOfSaleId))
        rejections.push(refused(line, new ForeignPointOfSaleError()));
      else takeable.push({ line, command: commandOf(job, line.lead) });
    }
    const outcomes = await this.preparation.prepare(takeable.map(({ command }) => command));
    const ready = outcomes.flatMap((outcome, index) => {
      const { line } = takeable[index]!;
      if (outcome.ok) return [{ line, prepared: outcome.value }];
      rejections.push(refused(line, outcome.error));
      return [];
    });
    return { ready, rejections };
  }

  async #commit(
    job: ImportJob,
    batch: ImportBatch,
    ready: Ready[],
    known: Rejection[],
    insert: (tx: EntityManager, ready: Ready[]) => Promise<Rejection[]>,
  ): Promise<boolean> {
    const rejected = await this.dataSource.transaction(async (tx) => {
      if (!(await isWhereItWas(tx, job))) return null;
      const rejections = [...known, ...(ready.length > 0 ? await insert(tx, ready) : [])];
      await storeRejections(tx, job.id, rejections);
      await storeProgress(tx, job, batch, rejections.length);
      return rejections.length;
    });
    if (rejected === null) return false;
    job.throughLine = batch.throughLine;
    job.readBytes = batch.readBytes;
    job.accepted += batch.lines.length - rejected;
    job.rejected += rejected;
    return true;
  }
}

function isForeign({ allowed }: ImportJob, pointOfSaleId: string | null | undefined): boolean {
  return allowed !== null && pointOfSaleId != null && !allowed.has(pointOfSaleId.toLowerCase());
}

function commandOf(job: ImportJob, body: IntakeCommand['body']): IntakeCommand {
  return {
    body,
    pointOfSaleId: body.pointOfSaleId?.toLowerCase() ?? job.defaults.pointOfSaleId,
    channel: 'CSV',
    actor: { kind: 'user', id: job.createdBy },
    correlationId: job.correlationId ?? undefined,
  };
}

/** Locks the import. False when it was cancelled or is over. */
async function isWhereItWas(tx: EntityManager, job: ImportJob): Promise<boolean> {
  const [row] = await tx.query<{ status: string; through_line: number }[]>(
    'SELECT status, through_line FROM leads.lead_import WHERE id = $1 FOR NO KEY UPDATE',
    [job.id],
  );
  if (row?.status !== 'RUNNING') return false;
  if (row.through_line !== job.throughLine) throw new ImportOvertakenError(`import ${job.id} is further on`);
  return true;
}

/** A lead whose external id is known already is no second one; that of somebody else is taken in beside it. */
async function insertTogether(tx: EntityManager, ready: Ready[]): Promise<Rejection[]> {
  const prepared = ready.map((each) => each.prepared);
  const taken = await insertLeads(tx, prepared);
  const left = prepared.filter(({ row }) => !taken.has(row.lead.id));
  const known = await findKnownLeads(
    tx,
    left.map(({ row }) => row.lead),
  );
  const others = left.flatMap((each) => besideKnown(each, known.get(each.row.lead.id)!) ?? []);
  if (others.length > 0) await insertLeads(tx, others);
  return [];
}

/** The ids of those that went in; the external ids of the others are known. */
async function insertLeads(tx: EntityManager, prepared: PreparedLead[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(INTAKE_STATEMENT.text, [
    intakeParameter(prepared.map(({ row }) => row)),
  ]);
  return new Set(rows.map(({ id }) => id));
}

async function insertOneByOne(tx: EntityManager, ready: Ready[]): Promise<Rejection[]> {
  const rejections: Rejection[] = [];
  for (const each of ready) {
    await tx.query('SAVEPOINT line');
    try {
      await insertTogether(tx, [each]);
    } catch (error) {
      if (!isRefused(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT line');
      rejections.push(rejection(each.line, 'Une valeur de cette ligne ne peut pas être enregistrée'));
    }
    await tx.query('RELEASE SAVEPOINT line');
  }
  return rejections;
}

async function storeRejections(tx: EntityManager, importId: string, rejections: Rejection[]): Promise<void> {
  if (rejections.length === 0) return;
  await tx.query(
    `INSERT INTO leads.lead_import_rejection (import_id, line, fields, reason)
     SELECT $1, r.line, ARRAY(SELECT jsonb_array_elements_text(r.fields)), r.reason
       FROM jsonb_to_recordset($2::jsonb) AS r(line integer, fields jsonb, reason text)`,
    [importId, JSON.stringify(rejections)],
  );
}

async function storeProgress(
  tx: EntityManager,
  job: ImportJob,
  batch: ImportBatch,
  rejected: number,
): Promise<void> {
  await tx.query(
    `UPDATE leads.lead_import
        SET through_line = $2, read_bytes = $3, accepted = accepted + $4, rejected = rejected + $5, touched_at = now(),
            status = CASE WHEN $6 THEN 'DONE' ELSE status END, ended_at = CASE WHEN $6 THEN now() END
      WHERE id = $1`,
    [job.id, batch.throughLine, batch.readBytes, batch.lines.length - rejected, rejected, batch.last],
  );
}

function refused(line: ImportLine, error: unknown): Rejection {
  return rejection(line, rejectionReason(rowRefusal(error)));
}

/** What PostgreSQL cannot store is shown as what it is: something unreadable. */
function rejection({ line, fields }: ImportLine, reason: string): Rejection {
  return { line, fields: fields.map((field) => field.toWellFormed().replaceAll('\0', '\uFFFD')), reason };
}
