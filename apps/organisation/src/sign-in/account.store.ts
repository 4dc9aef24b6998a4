import type { Role } from '@relance/contracts-organisation';
import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';
import { permissionsOf } from '../roles/role-rights.store';
import type { SignedInUser } from './sign-in.dto';

type Account = { id: string; active: boolean; passwordHash: string };

/** What signing in needs of the account with this e-mail address, in whatever case. */
export async function findAccount(sql: SqlReader, email: string): Promise<Account | null> {
  const [row] = await sql.query<{ id: string; active: boolean; password_hash: string }[]>(
    `SELECT id, active, password_hash FROM organisation.user_account WHERE lower(email) = lower($1)`,
    [email],
  );
  return row ? { id: row.id, active: row.active, passwordHash: row.password_hash } : null;
}

/** Whether the account is still active with this password; if so it stays so until the transaction ends. */
export async function holdAccount(tx: EntityManager, id: string, passwordHash: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM organisation.user_account WHERE id = $1 AND active AND password_hash = $2 FOR SHARE`,
    [id, passwordHash],
  );
  return rows.length === 1;
}

/**
 * The active user with the points of sale they may see (all of them for Admin), those that are their own, and which
 * generation of access tokens says so: read at once, so that a token never says what was true before it was made void.
 */
export async function findSignedInUser(
  sql: SqlReader,
  id: string,
): Promise<{ user: SignedInUser; ownPointOfSaleIds: string[]; tokenGeneration: number } | null> {
  const [row] = await sql.query<
    {
      id: string;
      name: string;
      email: string;
      role: Role;
      points_of_sale: { id: string; name: string }[];
      own: string[];
      token_generation: number;
      permissions: string[] | null;
    }[]
  >(
    `SELECT u.id, u.name, u.email, u.role, u.token_generation, r.permissions,
            ARRAY(SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM organisation.point_of_sale p
                   WHERE u.role = 'ADMIN' OR p.id IN (
                     SELECT m.point_of_sale_id FROM organisation.user_point_of_sale m WHERE m.user_id = u.id)
                   ORDER BY p.sort_name, p.id) AS points_of_sale,
            ARRAY(SELECT m.point_of_sale_id FROM organisation.user_point_of_sale m
                   WHERE m.user_id = u.id ORDER BY m.point_of_sale_id) AS own
       FROM organisation.user_account u LEFT JOIN organisation.role_rights r ON r.role = u.role
      WHERE u.id = $1 AND u.active`,
    [id],
  );
  if (!row) return null;
  const { name, email, role, points_of_sale: pointsOfSale } = row;
  const permissions = permissionsOf(role, row.permissions);
  return {
    user: { id: row.id, name, email, role, pointsOfSale, permissions },
    ownPointOfSaleIds: row.own,
    tokenGeneration: row.token_generation,
  };
}
