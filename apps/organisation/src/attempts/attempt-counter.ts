import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';
import type { AttemptPolicy } from './attempt-policy';

/** What is counted, under which policy; made by {@link attempt}. */
export type Attempt = { policy: AttemptPolicy; hash: string };

/**
 * What is tried by whom, or at what. Only a hash of it is kept: people do type their password into the field of the
 * e-mail. An account is named by its e-mail address, whether it exists or not, so that no answer tells.
 */
export function attempt(policy: AttemptPolicy, ...parts: string[]): Attempt {
  const text = [policy.kind, ...parts.map((part) => part.toLowerCase())].join('\n');
  return { policy, hash: createHash('sha256').update(text).digest('hex') };
}

/**
 * Counts attempts and delays those beyond what is free, in the database, so that restarts and replicas change nothing.
 */
@Injectable()
export class AttemptCounter {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Seconds until all of these may be tried again; 0 when they may now. */
  async secondsBlocked(sql: SqlReader, attempts: Attempt[]): Promise<number> {
    const [row] = await sql.query<{ seconds: number }[]>(
      `SELECT COALESCE(ceil(extract(epoch FROM max(blocked_until) - now())), 0)::int AS seconds
         FROM organisation.sign_in_attempt WHERE attempt_hash = ANY($1) AND blocked_until > now()`,
      [attempts.map(({ hash }) => hash)],
    );
    return row!.seconds;
  }

  /** Counts one, blocked or not. */
  async count({ policy, hash }: Attempt): Promise<void> {
    await this.dataSource.query(countSql(''), parameters(policy, hash));
  }

  /**
   * Counts one unless it is blocked, and says how many seconds it is: 0 when it goes through. Of many at the same
   * instant no more go through than one after the other.
   * @param sql in a transaction that is rolled back nothing was counted
   */
  async take({ policy, hash }: Attempt, sql: SqlReader = this.dataSource): Promise<number> {
    const taken = await sql.query<unknown[]>(
      countSql('WHERE a.blocked_until IS NULL OR a.blocked_until <= now()'),
      parameters(policy, hash),
    );
    if (taken.length > 0) return 0;
    return Math.max(1, await this.secondsBlocked(sql, [{ policy, hash }]));
  }

  /** Forgets all that was counted. */
  async forget(sql: SqlReader, attempts: Attempt[]): Promise<void> {
    await sql.query(`DELETE FROM organisation.sign_in_attempt WHERE attempt_hash = ANY($1)`, [
      attempts.map(({ hash }) => hash),
    ]);
  }
}

/** `$2` is how many are free, `$3` and `$4` the first and the longest delay, `$5` when to forget, in seconds. */
function countSql(condition: string): string {
  const next = 'CASE WHEN a.window_ends_at > now() THEN a.attempts + 1 ELSE 1 END';
  const blockedAfter = (attempts: string) => `CASE WHEN ${attempts} >= $2::int THEN now() + make_interval(
    secs => LEAST($4::int, $3::int * power(2, LEAST(${attempts} - $2::int, 20)))) END`;
  return `
    INSERT INTO organisation.sign_in_attempt AS a (attempt_hash, attempts, window_ends_at, blocked_until)
    VALUES ($1, 1, now() + make_interval(secs => $5::int), ${blockedAfter('1')})
    ON CONFLICT (attempt_hash) DO UPDATE SET
      attempts = ${next},
      window_ends_at = EXCLUDED.window_ends_at,
      blocked_until = ${blockedAfter(`(${next})`)}
    ${condition}
    RETURNING 1`;
}

function parameters(policy: AttemptPolicy, hash: string): unknown[] {
  const { free, firstDelaySeconds, longestDelaySeconds, forgottenAfterSeconds } = policy;
  return [hash, free, firstDelaySeconds, longestDelaySeconds, forgottenAfterSeconds];
}
