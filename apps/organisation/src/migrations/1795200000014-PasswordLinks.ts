import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links by which a person chooses a password: at most one open link per user, by the hash of its token. A failed
 * attempt now says until when the next ones are refused; `window_ends_at` is when it is forgotten.
 */
export class PasswordLinks1795200000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.password_link (
        user_id uuid PRIMARY KEY REFERENCES organisation.user_account ON DELETE CASCADE,
        token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
        purpose text NOT NULL CHECK (purpose IN ('RESET', 'INVITATION')),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX password_link_by_expiry ON organisation.password_link (expires_at)`);
    await runner.query(`
      ALTER TABLE organisation.user_account ADD COLUMN password_chosen boolean NOT NULL DEFAULT true`);
    await runner.query(`ALTER TABLE organisation.sign_in_attempt ADD COLUMN blocked_until timestamptz`);
    await runner.query(`ALTER TABLE organisation.session DROP CONSTRAINT session_end_reason_check`);
    await runner.query(`
      ALTER TABLE organisation.session ADD CONSTRAINT session_end_reason_check CHECK (
        end_reason IN ('SIGNED_OUT', 'TOKEN_REUSED', 'USER_CHANGED', 'SIGNED_OUT_EVERYWHERE', 'PASSWORD_CHANGED'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE organisation.session SET end_reason = 'SIGNED_OUT' WHERE end_reason = 'SIGNED_OUT_EVERYWHERE'`);
    await runner.query(`
      UPDATE organisation.session SET end_reason = 'USER_CHANGED' WHERE end_reason = 'PASSWORD_CHANGED'`);
    await runner.query(`ALTER TABLE organisation.session DROP CONSTRAINT session_end_reason_check`);
    await runner.query(`
      ALTER TABLE organisation.session ADD CONSTRAINT session_end_reason_check CHECK (
        end_reason IN ('SIGNED_OUT', 'TOKEN_REUSED', 'USER_CHANGED'))`);
    await runner.query(`ALTER TABLE organisation.sign_in_attempt DROP COLUMN blocked_until`);
    await runner.query(`ALTER TABLE organisation.user_account DROP COLUMN password_chosen`);
    await runner.query(`DROP TABLE organisation.password_link`);
  }
}
