import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';
import type { LinkPurpose } from './password-link.store';

/** An e-mail that has not left yet, as the process has it that tries to send it now. */
export type DueMail = {
  id: string;
  purpose: LinkPurpose;
  /** Whom it is for: an address as somebody typed it (RESET), or a user (INVITATION). */
  email: string | null;
  userId: string | null;
  /** Whether its link was opened, by this try or one before. */
  opened: boolean;
  /** This one included. */
  tries: number;
  expired: boolean;
};

/** Nobody else takes an e-mail that was taken for so long: longer than SMTP may keep a whole batch. */
const LEASE = '30 seconds';

/** Writes down that a link was asked for this address, in place of what was asked before and has not left. */
export async function putResetMail(sql: SqlReader, id: string, email: string): Promise<void> {
  await sql.query(
    `INSERT INTO organisation.password_mail (id, purpose, email, expires_at)
     VALUES ($1, 'RESET', lower($2), now() + interval '1 hour')
     ON CONFLICT (email) DO UPDATE SET id = EXCLUDED.id, opened = false, tries = 0,
       next_try_at = EXCLUDED.next_try_at, expires_at = EXCLUDED.expires_at`,
    [id, email],
  );
}

/** Writes down that a user is to be invited, in place of the invitation that has not left. */
export async function putInvitationMail(tx: EntityManager, id: string, userId: string): Promise<void> {
  await tx.query(
    `INSERT INTO organisation.password_mail (id, purpose, user_id, expires_at)
     VALUES ($1, 'INVITATION', $2, now() + interval '7 days')
     ON CONFLICT (user_id) DO UPDATE SET id = EXCLUDED.id, opened = false, tries = 0,
       next_try_at = EXCLUDED.next_try_at, expires_at = EXCLUDED.expires_at`,
    [id, userId],
  );
}

/** Takes up to so many that are due, new ones first; of two processes each gets others. */
export async function takeDueMails(sql: SqlReader, limit: number): Promise<DueMail[]> {
  const [rows] = await sql.query<[DueMail[], number]>(
    `UPDATE organisation.password_mail SET tries = tries + 1, next_try_at = now() + interval '${LEASE}'
      WHERE id IN (SELECT id FROM organisation.password_mail WHERE next_try_at <= now()
                    ORDER BY tries, next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
      RETURNING id, purpose, email, user_id AS "userId", opened, tries, expires_at <= now() AS expired`,
    [limit],
  );
  return rows;
}

/** Notes that the link of an e-mail is open; false when another one took its place. */
export async function markOpened(tx: EntityManager, id: string): Promise<boolean> {
  const [, marked] = await tx.query<[unknown, number]>(
    `UPDATE organisation.password_mail SET opened = true WHERE id = $1`,
    [id],
  );
  return marked === 1;
}

export async function postponeMail(sql: SqlReader, id: string, seconds: number): Promise<void> {
  await sql.query(
    `UPDATE organisation.password_mail SET next_try_at = now() + make_interval(secs => $2::int) WHERE id = $1`,
    [id, seconds],
  );
}

/** Forgets an e-mail: it has left, or there is nobody to send it to. */
export async function deleteMail(sql: SqlReader, id: string): Promise<void> {
  await sql.query(`DELETE FROM organisation.password_mail WHERE id = $1`, [id]);
}
