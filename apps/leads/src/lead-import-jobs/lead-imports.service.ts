import { Inject, Injectable } from '@nestjs/common';
import { lockSubject } from '@relance/event-log';
import {
  correlationId,
  decodeCursor,
  encodeCursor,
  EXACT_TOTAL_LIMIT,
  ForbiddenError,
  listTotal,
  NotFoundError,
  type ListOf,
} from '@relance/service-runtime';
import { canSeePointOfSale, type UserPrincipal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { mappedColumns } from './import-mapping';
import { LeadImportEndedError, LeadImportStartedError, TooManyLeadImportsError } from './lead-import.errors';
import { LEAD_IMPORT_COLUMNS, leadImportView, type LeadImportRow } from './lead-import-row';
import type { LeadImportListQuery, LeadImportView, StartBody } from './lead-import.schema';

/** Imports of one person that run at once. */
const RUNNING_MOST = 3;
const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What people do with their imports. Each sees their own; Admin sees all. */
@Injectable()
export class LeadImports {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Newest first. @throws ValidationError when the cursor is of another list */
  async page(principal: UserPrincipal, query: LeadImportListQuery): Promise<ListOf<LeadImportView>> {
    const after = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, position);
    const mine = `i.status <> 'UPLOADING' AND ($1::uuid IS NULL OR i.created_by = $1)
      AND ($2::uuid[] IS NULL OR i.point_of_sale_id = ANY($2))`;
    const whose = [ownerAsked(principal), placesOf(principal)];
    const [rows, [counted]] = await Promise.all([
      this.dataSource.query<LeadImportRow[]>(
        `SELECT ${LEAD_IMPORT_COLUMNS} FROM leads.lead_import i
          WHERE ${mine} AND ($3::timestamptz IS NULL OR (i.created_at, i.id) < ($3, $4::uuid))
          ORDER BY i.created_at DESC, i.id DESC LIMIT $5`,
        [...whose, ...after, query.limit + 1],
      ),
      this.dataSource.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM (SELECT 1 FROM leads.lead_import i WHERE ${mine} LIMIT $3) AS counted`,
        [...whose, EXACT_TOTAL_LIMIT + 1],
      ),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(leadImportView),
      nextCursor: last ? encodeCursor([last.created_at.toISOString(), last.id]) : null,
      total: listTotal(counted!.count),
    };
  }

  /** @throws NotFoundError also when it is somebody else's */
  async get(principal: UserPrincipal, id: string): Promise<LeadImportView> {
    return leadImportView(await readImport(this.dataSource, principal, id));
  }

  /**
   * From here on the worker has it: what is committed is begun, whether Temporal is there now or later.
   * @throws NotFoundError, ForbiddenError, LeadImportStartedError, LeadImportEndedError, TooManyLeadImportsError, LeadImportMappingError
   */
  async start(
    tx: EntityManager,
    principal: UserPrincipal,
    id: string,
    { mapping, defaults = {} }: StartBody,
  ): Promise<LeadImportView> {
    await lockSubject(tx, `lead-imports-of/${principal.userId}`);
    const row = await readImport(tx, principal, id, 'FOR NO KEY UPDATE OF i');
    // Rows go where those may who start it, and leads say that its owner brought them.
    if (row.created_by !== principal.userId)
      throw new ForbiddenError('Who uploaded the file starts its import.');
    if (row.ended_at) throw new LeadImportEndedError();
    if (row.status !== 'UPLOADED') throw new LeadImportStartedError();
    mappedColumns(row.columns, mapping, defaults);
    const [running] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM leads.lead_import WHERE created_by = $1 AND status = 'RUNNING'`,
      [principal.userId],
    );
    if (running!.count >= RUNNING_MOST) throw new TooManyLeadImportsError(RUNNING_MOST, 'running');
    await tx.query(
      `UPDATE leads.lead_import
          SET status = 'RUNNING', started_at = now(), touched_at = now(), mapping = $2, defaults = $3,
              allowed_point_of_sale_ids = $4, correlation_id = $5
        WHERE id = $1`,
      [id, JSON.stringify(mapping), JSON.stringify(defaults), placesOf(principal), correlationId() ?? null],
    );
    return leadImportView(await readImport(tx, principal, id));
  }

  /**
   * Ends an import and forgets its file; leads that were taken in stay. Doing it again changes nothing.
   * @throws NotFoundError, LeadImportEndedError
   */
  async cancel(tx: EntityManager, principal: UserPrincipal, id: string): Promise<LeadImportView> {
    const row = await readImport(tx, principal, id, 'FOR NO KEY UPDATE OF i');
    if (row.status === 'CANCELLED') return leadImportView(row);
    if (row.ended_at) throw new LeadImportEndedError();
    await tx.query(`UPDATE leads.lead_import SET status = 'CANCELLED', ended_at = now() WHERE id = $1`, [id]);
    await tx.query('DELETE FROM leads.lead_import_chunk WHERE import_id = $1', [id]);
    return leadImportView(await readImport(tx, principal, id));
  }
}

/**
 * An import that this person may see: their own, of a point of sale that is still theirs.
 * @throws NotFoundError
 */
export async function readImport(
  sql: Pick<EntityManager, 'query'>,
  principal: UserPrincipal,
  id: string,
  lock = '',
): Promise<LeadImportRow> {
  const [row] = await sql.query<LeadImportRow[]>(
    `SELECT ${LEAD_IMPORT_COLUMNS} FROM leads.lead_import i
      WHERE i.id = $1 AND i.status <> 'UPLOADING' AND ($2::uuid IS NULL OR i.created_by = $2) ${lock}`,
    [id, ownerAsked(principal)],
  );
  if (!row || !canSeePointOfSale(principal, row.point_of_sale_id)) throw new NotFoundError();
  return row;
}

function ownerAsked({ role, userId }: UserPrincipal): string | null {
  return role === 'ADMIN' ? null : userId;
}

function placesOf({ pointOfSaleIds }: UserPrincipal): string[] | null {
  return pointOfSaleIds === 'ALL' ? null : pointOfSaleIds;
}
