import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';

/** An active person and the hash of their password. */
export type PasswordHolder = { id: string; name: string; email: string; passwordHash: string };

const COLUMNS = `id, name, email, password_hash AS "passwordHash"`;

export async function findPasswordHolder(sql: SqlReader, id: string): Promise<PasswordHolder | null> {
  const [row] = await sql.query<PasswordHolder[]>(
    `SELECT ${COLUMNS} FROM organisation.user_account WHERE id = $1 AND active`,
    [id],
  );
  return row ?? null;
}

/** The active person with this e-mail address, in whatever case, who keeps it until the transaction ends. */
export async function holdPasswordHolderByEmail(
  tx: EntityManager,
  email: string,
): Promise<PasswordHolder | null> {
  const [row] = await tx.query<PasswordHolder[]>(
    `SELECT ${COLUMNS} FROM organisation.user_account WHERE lower(email) = lower($1) AND active FOR SHARE`,
    [email],
  );
  return row ?? null;
}

/** The active person who has chosen no password yet, who keeps all that until the transaction ends. */
export async function holdInvited(tx: EntityManager, id: string): Promise<PasswordHolder | null> {
  const [row] = await tx.query<PasswordHolder[]>(
    `SELECT ${COLUMNS} FROM organisation.user_account
      WHERE id = $1 AND active AND NOT password_chosen FOR SHARE`,
    [id],
  );
  return row ?? null;
}

/** The active person, held until the transaction ends. */
export async function lockPasswordHolder(tx: EntityManager, id: string): Promise<PasswordHolder | null> {
  const [row] = await tx.query<PasswordHolder[]>(
    `SELECT ${COLUMNS} FROM organisation.user_account WHERE id = $1 AND active FOR NO KEY UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Writes the password somebody chose for themselves; it is their version only when it is their first one. */
export async function writeChosenPassword(
  tx: EntityManager,
  id: string,
  passwordHash: string,
): Promise<void> {
  await tx.query(
    `UPDATE organisation.user_account
        SET password_hash = $2, password_chosen = true,
            version = CASE WHEN password_chosen THEN version ELSE version + 1 END,
            updated_at = CASE WHEN password_chosen THEN updated_at ELSE now() END
      WHERE id = $1`,
    [id, passwordHash],
  );
}
