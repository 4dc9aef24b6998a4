import type { TeamRecord } from '@relance/contracts-organisation';
import type { EntityManager } from 'typeorm';
import type { Visibility } from '../access/organisation-access.rules';
import { readKeysetPage, type SqlReader } from '../requests/keyset-page';
import { sortKey } from '../requests/plain-text';
import type { Team, TeamListQuery } from './teams.dto';

type TeamRow = {
  id: string;
  name: string;
  point_of_sale_id: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  members: Team['members'];
};

const COLUMNS = `t.id, t.name, t.point_of_sale_id, t.version, t.created_at, t.updated_at, ARRAY(
  SELECT jsonb_build_object('id', u.id, 'name', u.name, 'active', u.active)
    FROM organisation.team_member m JOIN organisation.user_account u ON u.id = m.user_id
   WHERE m.team_id = t.id ORDER BY u.sort_name, u.id) AS members`;

function toTeam(row: TeamRow): Team {
  return {
    id: row.id,
    name: row.name,
    pointOfSaleId: row.point_of_sale_id,
    members: row.members,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function listTeams(sql: SqlReader, visibility: Visibility, query: TeamListQuery) {
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
  return readKeysetPage<TeamRow, Team>(
    sql,
    {
      select: COLUMNS,
      from: 'organisation.team t',
      where,
      parameters,
      sorts: {
        name: { column: 't.sort_name', type: 'text' },
        createdAt: { column: 't.created_at', type: 'timestamptz' },
      },
    },
    query,
    toTeam,
  );
}

export async function findTeam(sql: SqlReader, id: string): Promise<Team | null> {
  const [row] = await sql.query<TeamRow[]>(`SELECT ${COLUMNS} FROM organisation.team t WHERE t.id = $1`, [
    id,
  ]);
  return row ? toTeam(row) : null;
}

/** Inserts a team without members, or gives false when its id is taken. */
export async function insertTeam(
  tx: EntityManager,
  id: string,
  values: { name: string; pointOfSaleId: string },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO organisation.team (id, name, sort_name, point_of_sale_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, values.name, sortKey(values.name), values.pointOfSaleId],
  );
  return rows.length === 1;
}

/** Gives a team its name and its next version. */
export async function updateTeam(tx: EntityManager, id: string, name: string): Promise<void> {
  await tx.query(
    `UPDATE organisation.team SET name = $2, sort_name = $3, version = version + 1, updated_at = now()
      WHERE id = $1`,
    [id, name, sortKey(name)],
  );
}

export async function deleteTeam(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`DELETE FROM organisation.team WHERE id = $1`, [id]);
}

/** Makes these the members of a team, and nobody else. */
export async function replaceMembers(
  tx: EntityManager,
  team: { id: string; pointOfSaleId: string },
  memberIds: string[],
): Promise<void> {
  await tx.query(`DELETE FROM organisation.team_member WHERE team_id = $1`, [team.id]);
  await tx.query(
    `INSERT INTO organisation.team_member (team_id, point_of_sale_id, user_id)
     SELECT DISTINCT $1::uuid, $2::uuid, unnest($3::uuid[])`,
    [team.id, team.pointOfSaleId, memberIds],
  );
}

/** Which of these people do not belong to a point of sale; the others belong to it until the transaction ends. */
export async function strangersAt(
  tx: EntityManager,
  pointOfSaleId: string,
  userIds: string[],
): Promise<string[]> {
  const rows = await tx.query<{ user_id: string }[]>(
    `SELECT user_id FROM organisation.user_point_of_sale
      WHERE point_of_sale_id = $1 AND user_id = ANY($2::uuid[]) ORDER BY user_id FOR KEY SHARE`,
    [pointOfSaleId, userIds],
  );
  const belonging = new Set(rows.map((row) => row.user_id));
  return userIds.filter((id) => !belonging.has(id));
}

/** Teams somebody is in whose point of sale is none of these: those they leave with their points of sale. */
export async function teamsLeft(
  tx: EntityManager,
  userId: string,
  keptPointOfSaleIds: string[],
): Promise<{ id: string; name: string }[]> {
  return tx.query<{ id: string; name: string }[]>(
    `SELECT t.id, t.name FROM organisation.team_member m JOIN organisation.team t ON t.id = m.team_id
      WHERE m.user_id = $1 AND m.point_of_sale_id <> ALL($2::uuid[]) ORDER BY t.id`,
    [userId, keptPointOfSaleIds],
  );
}

/** The team as other services learn about it. */
export function toTeamRecord({ id, name, pointOfSaleId, members }: Team): TeamRecord {
  return { id, name, pointOfSaleId, memberIds: members.map((member) => member.id) };
}
