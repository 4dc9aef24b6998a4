import type { LeadType, Role, UserRecord } from '@relance/contracts-organisation';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '../access/organisation-access.rules';
import { readKeysetPage, type SqlReader } from '../requests/keyset-page';
import { sortKey } from '../requests/plain-text';
import type { User, UserListQuery } from './users.dto';

type UserRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  password_chosen: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
  points_of_sale: { id: string; name: string; leadTypes: LeadType[] }[];
  teams: { id: string; name: string; pointOfSaleId: string }[];
};

export type VersionedUser = { user: User; version: number };
export type Membership = { id: string; leadTypes: LeadType[] };
export type UserValues = { name: string; email: string; role: Role; active: boolean };

const COLUMNS = `t.id, t.name, t.email, t.role, t.active, t.password_chosen, t.version, t.created_at, t.updated_at`;
/** PostgreSQL's unique_violation. */
const UNIQUE_VIOLATION = '23505';

/** Where a user belongs as JSON, limited to `$parameter` (an array of points of sale) when given. */
function membershipsSql(parameter: number | null): string {
  const seen = parameter === null ? '' : `AND m.point_of_sale_id = ANY($${parameter}::uuid[])`;
  return `ARRAY(
    SELECT jsonb_build_object('id', p.id, 'name', p.name, 'leadTypes', m.lead_types)
      FROM organisation.user_point_of_sale m
      JOIN organisation.point_of_sale p ON p.id = m.point_of_sale_id
     WHERE m.user_id = t.id ${seen}
     ORDER BY p.sort_name, p.id) AS points_of_sale,
    ARRAY(
    SELECT jsonb_build_object('id', g.id, 'name', g.name, 'pointOfSaleId', g.point_of_sale_id)
      FROM organisation.team_member m JOIN organisation.team g ON g.id = m.team_id
     WHERE m.user_id = t.id ${seen}
     ORDER BY g.sort_name, g.id) AS teams`;
}

function toUser(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active,
    invited: !row.password_chosen,
    pointsOfSale: row.points_of_sale,
    teams: row.teams,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Who may be seen: oneself, and everybody who works at one of these points of sale. */
const SEEN = `t.id IN (
  SELECT v.user_id FROM organisation.user_point_of_sale v WHERE v.point_of_sale_id = ANY($1::uuid[])
   UNION SELECT $2::uuid)`;

function seenBy(visibility: Visibility): { where: string[]; parameters: unknown[]; memberships: string } {
  return visibility.kind === 'all'
    ? { where: [], parameters: [], memberships: membershipsSql(null) }
    : {
        where: [SEEN],
        parameters: [visibility.pointOfSaleIds, visibility.userId],
        memberships: membershipsSql(1),
      };
}

export function listUsers(sql: SqlReader, visibility: Visibility, query: UserListQuery) {
  const { where, parameters, memberships } = seenBy(visibility);
  if (query.pointOfSaleId !== undefined) {
    // A point of sale the reader may not see has no members for them.
    const outOfSight = visibility.kind === 'some' && !visibility.pointOfSaleIds.includes(query.pointOfSaleId);
    parameters.push(outOfSight ? null : query.pointOfSaleId);
    where.push(`EXISTS (SELECT 1 FROM organisation.user_point_of_sale f
      WHERE f.user_id = t.id AND f.point_of_sale_id = $${parameters.length}::uuid)`);
  }
  if (query.active !== undefined) {
    parameters.push(query.active);
    where.push(`t.active = $${parameters.length}::boolean`);
  }
  if (query.role !== undefined) {
    parameters.push(query.role);
    where.push(`t.role = $${parameters.length}`);
  }
  if (query.q !== undefined && query.q.trim() !== '') {
    parameters.push(sortKey(query.q), query.q.trim().toLowerCase());
    where.push(`(position($${parameters.length - 1} IN t.sort_name) > 0
      OR position($${parameters.length} IN lower(t.email)) > 0)`);
  }
  return readKeysetPage<UserRow, User>(
    sql,
    {
      select: `${COLUMNS}, ${memberships}`,
      from: 'organisation.user_account t',
      where,
      parameters,
      sorts: {
        name: { column: 't.sort_name', type: 'text' },
        createdAt: { column: 't.created_at', type: 'timestamptz' },
      },
    },
    query,
    toUser,
  );
}

export async function findUser(
  sql: SqlReader,
  visibility: Visibility,
  id: string,
): Promise<VersionedUser | null> {
  const { where, parameters, memberships } = seenBy(visibility);
  const [row] = await sql.query<UserRow[]>(
    `SELECT ${COLUMNS}, ${memberships} FROM organisation.user_account t
      WHERE ${[...where, `t.id = $${parameters.length + 1}::uuid`].join(' AND ')}`,
    [...parameters, id],
  );
  return row ? { user: toUser(row), version: row.version } : null;
}

/** The user with all memberships, held until the transaction ends. */
export async function lockUser(tx: EntityManager, id: string): Promise<VersionedUser | null> {
  await tx.query(`SELECT 1 FROM organisation.user_account WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return findUser(tx, { kind: 'all' }, id);
}

/** Inserts the account, or gives false when its id or its e-mail is taken. */
export async function insertUser(
  tx: EntityManager,
  id: string,
  values: UserValues & { passwordHash: string; passwordChosen: boolean },
): Promise<boolean> {
  const { name, email, role, active, passwordHash, passwordChosen } = values;
  const rows = await tx.query<unknown[]>(
    `INSERT INTO organisation.user_account
       (id, name, sort_name, email, role, active, password_hash, password_chosen)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT DO NOTHING
     RETURNING id`,
    [id, name, sortKey(name), email, role, active, passwordHash, passwordChosen],
  );
  return rows.length === 1;
}

/**
 * Writes new values over a row locked before; a null hash keeps the password.
 * @returns false when another account has the e-mail: then nothing more can be done in the transaction
 */
export async function updateUser(
  tx: EntityManager,
  id: string,
  values: UserValues & { passwordHash: string | null },
): Promise<boolean> {
  const { name, email, role, active, passwordHash } = values;
  try {
    await tx.query(
      `UPDATE organisation.user_account
          SET name = $2, sort_name = $3, email = $4, role = $5, active = $6,
              password_hash = COALESCE($7, password_hash), password_chosen = password_chosen OR $7 IS NOT NULL,
              version = version + 1, updated_at = now()
        WHERE id = $1`,
      [id, name, sortKey(name), email, role, active, passwordHash],
    );
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

/**
 * Makes these the memberships of the user, and no others; one given twice gets both sets of lead types. Whoever leaves
 * a point of sale leaves its teams.
 */
export async function replaceMemberships(
  tx: EntityManager,
  userId: string,
  memberships: Membership[],
): Promise<void> {
  const byId = new Map<string, Set<LeadType>>();
  for (const { id, leadTypes } of memberships) {
    byId.set(id, new Set([...(byId.get(id) ?? []), ...leadTypes]));
  }
  await tx.query(
    `DELETE FROM organisation.user_point_of_sale WHERE user_id = $1 AND point_of_sale_id <> ALL($2::uuid[])`,
    [userId, [...byId.keys()]],
  );
  await tx.query(
    `INSERT INTO organisation.user_point_of_sale (user_id, point_of_sale_id, lead_types)
     SELECT $1::uuid, (m->>'id')::uuid, ARRAY(SELECT jsonb_array_elements_text(m->'leadTypes'))
       FROM jsonb_array_elements($2::jsonb) AS m
     ON CONFLICT (user_id, point_of_sale_id) DO UPDATE SET lead_types = EXCLUDED.lead_types`,
    [userId, JSON.stringify([...byId].map(([id, types]) => ({ id, leadTypes: [...types] })))],
  );
}

/** How many Admins there are besides this user who can sign in: who was invited and never came does not count. */
export async function countOtherAdmins(tx: EntityManager, userId: string): Promise<number> {
  const [row] = await tx.query<{ admins: number }[]>(
    `SELECT count(*)::int AS admins FROM organisation.user_account
      WHERE role = 'ADMIN' AND active AND password_chosen AND id <> $1`,
    [userId],
  );
  return row!.admins;
}

/** The user as other services learn about them. */
export function toUserRecord(user: User): UserRecord {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    active: user.active,
    pointsOfSale: user.pointsOfSale.map(({ id, leadTypes }) => ({ id, leadTypes })),
  };
}
