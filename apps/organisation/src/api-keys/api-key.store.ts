import type { ApiKeyPurpose } from '@relance/contracts-organisation';
import type { DataSource, EntityManager } from 'typeorm';
import { isVisible, type Visibility } from '../access/organisation-access.rules';
import { readKeysetPage, type SqlReader } from '../requests/keyset-page';
import type { ApiKey, ApiKeyListQuery, NewApiKey, ResolvedApiKey } from './api-keys.dto';

type ApiKeyRow = {
  id: string;
  name: string;
  purpose: ApiKeyPurpose;
  point_of_sale_id: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
};

const COLUMNS = 't.id, t.name, t.purpose, t.point_of_sale_id, t.created_at, t.last_used_at, t.revoked_at';

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    pointOfSaleId: row.point_of_sale_id,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

export function listApiKeys(sql: SqlReader, visibility: Visibility, query: ApiKeyListQuery) {
  const where: string[] = [];
  const parameters: unknown[] = [];
  if (visibility.kind === 'some') {
    parameters.push(visibility.pointOfSaleIds);
    where.push(`t.point_of_sale_id = ANY($${parameters.length}::uuid[])`);
  }
  if (query.pointOfSaleId !== undefined) {
    parameters.push(query.pointOfSaleId);
    where.push(`t.point_of_sale_id = $${parameters.length}::uuid`);
  }
  return readKeysetPage<ApiKeyRow, ApiKey>(
    sql,
    {
      select: COLUMNS,
      from: 'organisation.api_key t',
      where,
      parameters,
      sorts: { createdAt: { column: 't.created_at', type: 'timestamptz' } },
    },
    query,
    toApiKey,
  );
}

/** Inserts the key by its hash, or gives null when its id or its hash is taken. */
export async function insertApiKey(
  tx: EntityManager,
  id: string,
  values: NewApiKey,
  keyHash: string,
): Promise<ApiKey | null> {
  const [row] = await tx.query<ApiKeyRow[]>(
    `INSERT INTO organisation.api_key AS t (id, name, purpose, point_of_sale_id, key_hash)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING
     RETURNING ${COLUMNS}`,
    [id, values.name, values.purpose, values.pointOfSaleId, keyHash],
  );
  return row ? toApiKey(row) : null;
}

/** Revokes the key: `revoked` now, `already` before, or `unknown` within this visibility. */
export async function revokeApiKey(
  tx: EntityManager,
  visibility: Visibility,
  id: string,
): Promise<{ outcome: 'revoked'; apiKey: ApiKey } | { outcome: 'already' } | { outcome: 'unknown' }> {
  const [existing] = await tx.query<ApiKeyRow[]>(
    `SELECT ${COLUMNS} FROM organisation.api_key t WHERE t.id = $1`,
    [id],
  );
  if (!existing || !isVisible(visibility, existing.point_of_sale_id)) return { outcome: 'unknown' };
  const [rows] = await tx.query<[ApiKeyRow[], number]>(
    `UPDATE organisation.api_key AS t SET revoked_at = now()
      WHERE t.id = $1 AND t.revoked_at IS NULL
      RETURNING ${COLUMNS}`,
    [id],
  );
  return rows[0] ? { outcome: 'revoked', apiKey: toApiKey(rows[0]) } : { outcome: 'already' };
}

/** The key that is still good, at an active point of sale, and has this hash; `stale` says that its last use should be noted. */
export async function findGoodApiKey(
  sql: SqlReader,
  keyHash: string,
): Promise<{ apiKey: ResolvedApiKey; stale: boolean } | null> {
  const [row] = await sql.query<(ApiKeyRow & { stale: boolean })[]>(
    `SELECT ${COLUMNS}, (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute') AS stale
       FROM organisation.api_key t JOIN organisation.point_of_sale p ON p.id = t.point_of_sale_id
      WHERE t.key_hash = $1 AND t.revoked_at IS NULL AND p.active`,
    [keyHash],
  );
  if (!row) return null;
  const { id, name, purpose, point_of_sale_id: pointOfSaleId } = row;
  return { apiKey: { id, name, purpose, pointOfSaleId }, stale: row.stale };
}

/** Notes that the key is in use, at most once a minute however many replicas do so. */
export async function noteApiKeyUse(dataSource: DataSource, id: string): Promise<void> {
  await dataSource.query(
    `UPDATE organisation.api_key SET last_used_at = now()
      WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [id],
  );
}
