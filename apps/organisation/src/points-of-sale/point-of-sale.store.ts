import type { LeadType, PointOfSaleRecord } from '@relance/contracts-organisation';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '../access/organisation-access.rules';
import { readKeysetPage, type SqlReader } from '../requests/keyset-page';
import { sortKey } from '../requests/plain-text';
import type { NewPointOfSale, PointOfSale, PointOfSaleListQuery } from './points-of-sale.dto';

type PointOfSaleRow = {
  id: string;
  name: string;
  time_zone: string;
  country: string;
  brands: string[];
  trade_attributes: LeadType[];
  departments: string[];
  active: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
};

/** A point of sale and the version its ETag says. */
export type VersionedPointOfSale = { pointOfSale: PointOfSale; version: number };

const COLUMNS = `t.id, t.name, t.time_zone, t.country, t.brands, t.trade_attributes, t.departments, t.active,
  t.version, t.created_at, t.updated_at`;

function toPointOfSale(row: PointOfSaleRow): PointOfSale {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    country: row.country,
    brands: row.brands,
    tradeAttributes: row.trade_attributes,
    departments: row.departments,
    active: row.active,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function listPointsOfSale(sql: SqlReader, visibility: Visibility, query: PointOfSaleListQuery) {
  const where: string[] = [];
  const parameters: unknown[] = [];
  if (visibility.kind === 'some') {
    parameters.push(visibility.pointOfSaleIds);
    where.push(`t.id = ANY($${parameters.length}::uuid[])`);
  }
  if (query.active !== undefined) {
    parameters.push(query.active);
    where.push(`t.active = $${parameters.length}::boolean`);
  }
  return readKeysetPage<PointOfSaleRow, PointOfSale>(
    sql,
    {
      select: COLUMNS,
      from: 'organisation.point_of_sale t',
      where,
      parameters,
      sorts: {
        name: { column: 't.sort_name', type: 'text' },
        createdAt: { column: 't.created_at', type: 'timestamptz' },
      },
    },
    query,
    toPointOfSale,
  );
}

export async function findPointOfSale(sql: SqlReader, id: string): Promise<VersionedPointOfSale | null> {
  const [row] = await sql.query<PointOfSaleRow[]>(
    `SELECT ${COLUMNS} FROM organisation.point_of_sale t WHERE t.id = $1`,
    [id],
  );
  return row ? { pointOfSale: toPointOfSale(row), version: row.version } : null;
}

/** The same, held until the transaction ends. */
export async function lockPointOfSale(tx: EntityManager, id: string): Promise<VersionedPointOfSale | null> {
  const [row] = await tx.query<PointOfSaleRow[]>(
    `SELECT ${COLUMNS} FROM organisation.point_of_sale t WHERE t.id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row ? { pointOfSale: toPointOfSale(row), version: row.version } : null;
}

/** Inserts it, or gives null when the id is already taken. */
export async function insertPointOfSale(
  tx: EntityManager,
  id: string,
  values: NewPointOfSale,
): Promise<PointOfSale | null> {
  const [row] = await tx.query<PointOfSaleRow[]>(
    `INSERT INTO organisation.point_of_sale AS t
       (id, name, sort_name, time_zone, country, brands, trade_attributes, departments, active)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO NOTHING
     RETURNING ${COLUMNS}`,
    valuesOf(id, values),
  );
  return row ? toPointOfSale(row) : null;
}

/** Writes new values over a row locked before. */
export async function updatePointOfSale(
  tx: EntityManager,
  id: string,
  values: NewPointOfSale,
): Promise<VersionedPointOfSale> {
  const [rows] = await tx.query<[PointOfSaleRow[], number]>(
    `UPDATE organisation.point_of_sale AS t
        SET name = $2, sort_name = $3, time_zone = $4, country = $5, brands = $6, trade_attributes = $7,
            departments = $8, active = $9, version = version + 1, updated_at = now()
      WHERE id = $1
      RETURNING ${COLUMNS}`,
    valuesOf(id, values),
  );
  const row = rows[0]!;
  return { pointOfSale: toPointOfSale(row), version: row.version };
}

function valuesOf(id: string, values: NewPointOfSale): unknown[] {
  const { name, timeZone, country, brands, tradeAttributes, departments, active } = values;
  const once = <T>(list: T[]): T[] => [...new Set(list)];
  return [
    ...[id, name, sortKey(name), timeZone, country],
    ...[once(brands), once(tradeAttributes), once(departments), active],
  ];
}

/** The point of sale as other services learn about it. */
export function toPointOfSaleRecord({ id, name, timeZone, country, active }: PointOfSale): PointOfSaleRecord {
  return { id, name, timeZone, country, active };
}

/** Which of these ids name no point of sale; the others cannot disappear before the transaction ends. */
export async function unknownPointsOfSale(tx: EntityManager, ids: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM organisation.point_of_sale WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE`,
    [ids],
  );
  const known = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !known.has(id.toLowerCase()));
}
