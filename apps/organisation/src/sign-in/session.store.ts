import type { EntityManager } from 'typeorm';

/** A session ends when it was not refreshed for so long … */
const IDLE_LIFE = '14 days';
/** … and in any case so long after the sign-in. */
const LONGEST_LIFE = '90 days';

/** A token just used is taken once more for so long, see docs/decisions/0010. */
const GRACE = '10 seconds';

export type SessionEnd =
  'SIGNED_OUT' | 'SIGNED_OUT_EVERYWHERE' | 'TOKEN_REUSED' | 'USER_CHANGED' | 'PASSWORD_CHANGED';

export type Session = { id: string; userId: string; expiresAt: Date };

/** A refresh token as it was presented. `justUsed`: so lately that another tab of the same browser may have done it. */
export type PresentedToken = {
  session: Session;
  open: boolean;
  used: boolean;
  justUsed: boolean;
};

/** Opens a session of a user with its first refresh token. */
export async function openSession(
  tx: EntityManager,
  id: string,
  userId: string,
  tokenHash: string,
): Promise<Session> {
  const [row] = await tx.query<{ expires_at: Date }[]>(
    `INSERT INTO organisation.session (id, user_id, expires_at)
     VALUES ($1, $2, now() + interval '${IDLE_LIFE}') RETURNING expires_at`,
    [id, userId],
  );
  await insertToken(tx, id, tokenHash);
  return { id, userId, expiresAt: row!.expires_at };
}

/** The token and its session, both held until the transaction ends; null when there is no such token. */
export async function lockToken(tx: EntityManager, tokenHash: string): Promise<PresentedToken | null> {
  const [row] = await tx.query<
    { id: string; user_id: string; expires_at: Date; open: boolean; used: boolean; just_used: boolean }[]
  >(
    `SELECT s.id, s.user_id, s.expires_at, s.ended_at IS NULL AND s.expires_at > now() AS open,
            t.used_at IS NOT NULL AS used, COALESCE(t.used_at > now() - interval '${GRACE}', false) AS just_used
       FROM organisation.refresh_token t
       JOIN organisation.session s ON s.id = t.session_id
      WHERE t.token_hash = $1
        FOR UPDATE OF t, s`,
    [tokenHash],
  );
  if (!row) return null;
  const session = { id: row.id, userId: row.user_id, expiresAt: row.expires_at };
  return { session, open: row.open, used: row.used, justUsed: row.just_used };
}

/** Whether a token waits for its first use. Ask once its predecessor is locked. */
export async function isUnusedToken(tx: EntityManager, tokenHash: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM organisation.refresh_token WHERE token_hash = $1 AND used_at IS NULL`,
    [tokenHash],
  );
  return rows.length === 1;
}

/** Uses one token up and puts the next one in its place; the session lives on from now. */
export async function rotateToken(
  tx: EntityManager,
  session: Session,
  tokenHash: string,
  nextTokenHash: string,
): Promise<Session> {
  await tx.query(`UPDATE organisation.refresh_token SET used_at = clock_timestamp() WHERE token_hash = $1`, [
    tokenHash,
  ]);
  await insertToken(tx, session.id, nextTokenHash);
  const [rows] = await tx.query<[{ expires_at: Date }[], number]>(
    `UPDATE organisation.session
        SET expires_at = LEAST(created_at + interval '${LONGEST_LIFE}', now() + interval '${IDLE_LIFE}')
      WHERE id = $1 RETURNING expires_at`,
    [session.id],
  );
  return { ...session, expiresAt: rows[0]!.expires_at };
}

export async function endSession(tx: EntityManager, id: string, reason: SessionEnd): Promise<void> {
  await tx.query(
    `UPDATE organisation.session SET ended_at = now(), end_reason = $2 WHERE id = $1 AND ended_at IS NULL`,
    [id, reason],
  );
}

/** Ends every session of a user, but for one that is to go on: none of their refresh tokens works any more. */
export async function endSessionsOf(
  tx: EntityManager,
  userId: string,
  reason: SessionEnd,
  exceptSessionId: string | null = null,
): Promise<void> {
  await tx.query(
    `UPDATE organisation.session SET ended_at = now(), end_reason = $2
      WHERE user_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $3::uuid`,
    [userId, reason, exceptSessionId],
  );
}

async function insertToken(tx: EntityManager, sessionId: string, tokenHash: string): Promise<void> {
  await tx.query(`INSERT INTO organisation.refresh_token (token_hash, session_id) VALUES ($1, $2)`, [
    tokenHash,
    sessionId,
  ]);
}
