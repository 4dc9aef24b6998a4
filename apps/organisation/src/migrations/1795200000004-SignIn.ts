import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions (one per sign-in, the family of its refresh tokens), the tokens by hash, and failed attempts by
 * a hash of e-mail and address.
 */
export class SignIn1795200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.session (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES organisation.user_account ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('SIGNED_OUT', 'TOKEN_REUSED', 'USER_CHANGED')),
        CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX session_open_by_user ON organisation.session (user_id) WHERE ended_at IS NULL`,
    );
    await runner.query(`CREATE INDEX session_by_user ON organisation.session (user_id)`);
    await runner.query(`CREATE INDEX session_by_expiry ON organisation.session (expires_at)`);
    await runner.query(`
      CREATE TABLE organisation.refresh_token (
        token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
        session_id uuid NOT NULL REFERENCES organisation.session ON DELETE CASCADE,
        issued_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX refresh_token_by_session ON organisation.refresh_token (session_id)`);
    await runner.query(`
      CREATE INDEX refresh_token_by_use ON organisation.refresh_token (used_at) WHERE used_at IS NOT NULL`);
    await runner.query(`
      CREATE TABLE organisation.sign_in_attempt (
        attempt_hash text PRIMARY KEY CHECK (attempt_hash ~ '^[0-9a-f]{64}$'),
        attempts integer NOT NULL,
        window_ends_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX sign_in_attempt_by_end ON organisation.sign_in_attempt (window_ends_at)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.sign_in_attempt`);
    await runner.query(`DROP TABLE organisation.refresh_token`);
    await runner.query(`DROP TABLE organisation.session`);
  }
}
