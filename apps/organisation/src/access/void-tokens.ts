import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';

/** Longer than any access token lives, and any transaction lasts that makes some void. */
const REMEMBERED_FOR = '20 minutes';

/** Access tokens that are good no more although they have not expired. */
export type VoidTokens = {
  /** People whose tokens of an earlier generation than this are void. */
  users: { id: string; generation: number }[];
  /** Sessions whose tokens are void. */
  sessions: string[];
};

/**
 * Makes every access token this person holds void, within two seconds and wherever it is; a browser that has a session
 * still gets a new one by its refresh cookie. Call it in the transaction of whatever changes what a token says (role,
 * points of sale, active) or who may hold one (another password, signing out everywhere); to end the sessions too,
 * call `endSessionsOf` besides.
 */
export async function voidTokensOf(tx: EntityManager, userId: string): Promise<void> {
  await tx.query(
    `UPDATE organisation.user_account
        SET token_generation = token_generation + 1, tokens_voided_at = now() WHERE id = $1`,
    [userId],
  );
}

/** The tokens made void within the lifetime of a token: all that anybody can still hold. */
export async function readVoidTokens(sql: SqlReader): Promise<VoidTokens> {
  const users = await sql.query<{ id: string; generation: number }[]>(
    `SELECT id, token_generation AS generation FROM organisation.user_account
      WHERE tokens_voided_at > now() - interval '${REMEMBERED_FOR}' ORDER BY id`,
  );
  const sessions = await sql.query<{ id: string }[]>(
    `SELECT id FROM organisation.session WHERE ended_at > now() - interval '${REMEMBERED_FOR}' ORDER BY id`,
  );
  return { users, sessions: sessions.map(({ id }) => id) };
}
