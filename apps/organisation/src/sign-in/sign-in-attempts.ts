import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';
import { TooManySignInAttemptsError } from './sign-in.errors';

/** Failures forgiven within one window. */
export const FORGIVEN_FAILURES = 10;
/** Length of a window, which the first failure opens. */
const WINDOW = '15 minutes';

/**
 * Limits failed sign-ins per e-mail address and network address, in the database, so that restarts and replicas
 * change nothing. Only a hash of both is kept: people do type their password into the field of the e-mail.
 */
@Injectable()
export class SignInAttempts {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** What failures are counted under. */
  keyOf(email: string, address: string): string {
    return createHash('sha256').update(`${email.toLowerCase()}\n${address}`).digest('hex');
  }

  /**
   * Asked before the password is looked at, and again before success is believed: guesses that were sent all
   * at once are bounded like guesses one after the other.
   * @throws TooManySignInAttemptsError
   */
  async refuseWhenExhausted(sql: SqlReader, key: string): Promise<void> {
    const [row] = await sql.query<{ seconds: number }[]>(
      `SELECT ceil(extract(epoch FROM window_ends_at - now()))::int AS seconds
         FROM organisation.sign_in_attempt
        WHERE attempt_hash = $1 AND attempts >= $2 AND window_ends_at > now()`,
      [key, FORGIVEN_FAILURES],
    );
    if (row) throw new TooManySignInAttemptsError(Math.max(1, row.seconds));
  }

  /** Counts a failure; the first one after a window has ended opens a new window. */
  async noteFailure(key: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO organisation.sign_in_attempt AS a (attempt_hash, attempts, window_ends_at)
       VALUES ($1, 1, now() + interval '${WINDOW}')
       ON CONFLICT (attempt_hash) DO UPDATE SET
         attempts = CASE WHEN a.window_ends_at > now() THEN a.attempts + 1 ELSE 1 END,
         window_ends_at = CASE WHEN a.window_ends_at > now() THEN a.window_ends_at ELSE EXCLUDED.window_ends_at END`,
      [key],
    );
  }

  /** Forgets the failures after a success. */
  async forget(sql: SqlReader, key: string): Promise<void> {
    await sql.query(`DELETE FROM organisation.sign_in_attempt WHERE attempt_hash = $1`, [key]);
  }
}
