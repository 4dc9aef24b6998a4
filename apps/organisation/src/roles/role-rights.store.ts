import {
  DEFAULT_PERMISSIONS,
  isPermission,
  PERMISSIONS,
  ROLES,
  type Permission,
  type Role,
} from '@relance/contracts-organisation';
import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';
import type { RoleRights } from './roles.dto';

type RightsRow = { role: Role; permissions: string[]; version: number };

/** What a role may, given what is stored for it: its defaults when nobody decided otherwise, everything for Admin. */
export function permissionsOf(role: Role, stored: string[] | null | undefined): Permission[] {
  if (role === 'ADMIN') return [...PERMISSIONS];
  return stored ? stored.filter(isPermission) : [...DEFAULT_PERMISSIONS[role]];
}

function toRights(role: Role, row: RightsRow | undefined): RoleRights {
  return {
    role,
    permissions: permissionsOf(role, row?.permissions),
    editable: role !== 'ADMIN',
    version: row?.version ?? 0,
  };
}

/** Every role, in the order they are named. */
export async function listRoleRights(sql: SqlReader): Promise<RoleRights[]> {
  const rows = await sql.query<RightsRow[]>(
    `SELECT role, permissions, version FROM organisation.role_rights`,
  );
  const byRole = new Map(rows.map((row) => [row.role, row]));
  return ROLES.map((role) => toRights(role, byRole.get(role)));
}

/** One role, as this transaction sees it. */
export async function findRoleRights(tx: EntityManager, role: Role): Promise<RoleRights> {
  const [row] = await tx.query<RightsRow[]>(
    `SELECT role, permissions, version FROM organisation.role_rights WHERE role = $1`,
    [role],
  );
  return toRights(role, row);
}

/** Writes the rights of a role whose writers take turns. */
export async function saveRoleRights(
  tx: EntityManager,
  { role, permissions, version }: RoleRights,
): Promise<void> {
  await tx.query(
    `INSERT INTO organisation.role_rights (role, permissions, version) VALUES ($1, $2, $3)
     ON CONFLICT (role) DO UPDATE
       SET permissions = excluded.permissions, version = excluded.version, updated_at = now()`,
    [role, permissions, version],
  );
}
