import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';

export type LinkPurpose = 'RESET' | 'INVITATION';

/** How long a link works. */
const LIFE: Record<LinkPurpose, string> = { RESET: '60 minutes', INVITATION: '7 days' };

/** Opens a link of a user in place of the one that may be open: there is one at a time for each purpose. */
export async function openPasswordLink(
  tx: EntityManager,
  userId: string,
  tokenHash: string,
  purpose: LinkPurpose,
): Promise<void> {
  await tx.query(
    `INSERT INTO organisation.password_link (user_id, token_hash, purpose, expires_at)
     VALUES ($1, $2, $3, now() + interval '${LIFE[purpose]}')
     ON CONFLICT (user_id, purpose) DO UPDATE SET
       token_hash = EXCLUDED.token_hash, created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at`,
    [userId, tokenHash, purpose],
  );
}

/** Whose open link has this token, if anybody's. */
export async function ownerOfPasswordLink(sql: SqlReader, tokenHash: string): Promise<string | null> {
  const [row] = await sql.query<{ user_id: string }[]>(
    `SELECT user_id FROM organisation.password_link WHERE token_hash = $1 AND expires_at > now()`,
    [tokenHash],
  );
  return row?.user_id ?? null;
}

/** Whether the link with this token is open. */
export async function isOpenPasswordLink(
  sql: SqlReader,
  userId: string,
  tokenHash: string,
): Promise<boolean> {
  return (await ownerOfPasswordLink(sql, tokenHash)) === userId;
}

/** Uses a link up; false when it is not open (any more). */
export async function usePasswordLink(
  tx: EntityManager,
  userId: string,
  tokenHash: string,
): Promise<boolean> {
  const [, used] = await tx.query<[unknown, number]>(
    `DELETE FROM organisation.password_link WHERE user_id = $1 AND token_hash = $2 AND expires_at > now()`,
    [userId, tokenHash],
  );
  return used === 1;
}

/** Makes the open links of a user lead nowhere. */
export async function closePasswordLinks(tx: EntityManager, userId: string): Promise<void> {
  await tx.query(`DELETE FROM organisation.password_link WHERE user_id = $1`, [userId]);
}
