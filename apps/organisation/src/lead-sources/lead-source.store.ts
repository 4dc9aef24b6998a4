import type { LeadSourceRecord, LeadType } from '@relance/contracts-organisation';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '../access/organisation-access.rules';
import { readKeysetPage, type SqlReader } from '../requests/keyset-page';
import { sortKey } from '../requests/plain-text';
import type { LeadSource, LeadSourceListQuery, NewLeadSource } from './lead-sources.dto';

type LeadSourceRow = {
  id: string;
  name: string;
  category: string | null;
  point_of_sale_id: string;
  lead_type: LeadType;
  form_token: string;
  thank_you_url: string | null;
  active: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
};

const COLUMNS = `t.id, t.name, t.category, t.point_of_sale_id, t.lead_type, t.form_token, t.thank_you_url, t.active,
  t.version, t.created_at, t.updated_at`;

function toLeadSource(row: LeadSourceRow): LeadSource {
  return {
    id: row.id,
    name: row.name,
    category: row.category,
    pointOfSaleId: row.point_of_sale_id,
    leadType: row.lead_type,
    formToken: row.form_token,
    thankYouUrl: row.thank_you_url,
    active: row.active,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function listLeadSources(sql: SqlReader, visibility: Visibility, query: LeadSourceListQuery) {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const only = (condition: (parameter: string) => string, value: unknown) => {
    parameters.push(value);
    where.push(condition(`$${parameters.length}`));
  };
  if (visibility.kind === 'some')
    only((p) => `t.point_of_sale_id = ANY(${p}::uuid[])`, visibility.pointOfSaleIds);
  if (query.pointOfSaleId !== undefined) only((p) => `t.point_of_sale_id = ${p}::uuid`, query.pointOfSaleId);
  if (query.active !== undefined) only((p) => `t.active = ${p}::boolean`, query.active);
  return readKeysetPage<LeadSourceRow, LeadSource>(
    sql,
    {
      select: COLUMNS,
      from: 'organisation.lead_source t',
      where,
      parameters,
      sorts: {
        name: { column: 't.sort_name', type: 'text' },
        createdAt: { column: 't.created_at', type: 'timestamptz' },
      },
    },
    query,
    toLeadSource,
  );
}

export async function findLeadSource(sql: SqlReader, id: string): Promise<LeadSource | null> {
  const [row] = await sql.query<LeadSourceRow[]>(
    `SELECT ${COLUMNS} FROM organisation.lead_source t WHERE t.id = $1`,
    [id],
  );
  return row ? toLeadSource(row) : null;
}

/** Inserts it, or gives null when its id or its token is taken. */
export async function insertLeadSource(
  tx: EntityManager,
  id: string,
  values: NewLeadSource,
  formToken: string,
): Promise<LeadSource | null> {
  const [row] = await tx.query<LeadSourceRow[]>(
    `INSERT INTO organisation.lead_source AS t
       (id, name, sort_name, category, point_of_sale_id, lead_type, thank_you_url, active, form_token)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT DO NOTHING
     RETURNING ${COLUMNS}`,
    [...valuesOf(id, values), formToken],
  );
  return row ? toLeadSource(row) : null;
}

/** Writes new values over a row, which is at its next version then. */
export async function updateLeadSource(
  tx: EntityManager,
  id: string,
  values: NewLeadSource & { formToken: string },
): Promise<LeadSource> {
  const [rows] = await tx.query<[LeadSourceRow[], number]>(
    `UPDATE organisation.lead_source AS t
        SET name = $2, sort_name = $3, category = $4, point_of_sale_id = $5, lead_type = $6, thank_you_url = $7,
            active = $8, form_token = $9, version = version + 1, updated_at = now()
      WHERE id = $1
      RETURNING ${COLUMNS}`,
    [...valuesOf(id, values), values.formToken],
  );
  return toLeadSource(rows[0]!);
}

function valuesOf(id: string, values: NewLeadSource): unknown[] {
  const { name, category, pointOfSaleId, leadType, thankYouUrl, active } = values;
  return [id, name, sortKey(name), category, pointOfSaleId, leadType, thankYouUrl, active];
}

export async function deleteLeadSource(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`DELETE FROM organisation.lead_source WHERE id = $1`, [id]);
}

/** The lead source as other services learn about it. */
export function toLeadSourceRecord(source: LeadSource): LeadSourceRecord {
  const { id, name, category, pointOfSaleId, leadType, formToken, thankYouUrl, active } = source;
  return { id, name, category, pointOfSaleId, leadType, formToken, thankYouUrl, active };
}
