import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * E-mails with a link to choose a password that have not left yet: for a forgotten one the address as it was typed,
 * whether or not somebody has it, for an invitation the person. A user has one open link for each of the two purposes.
 */
export class PasswordMails1795200000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.password_mail (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('RESET', 'INVITATION')),
        email text UNIQUE CHECK (email = lower(email)),
        user_id uuid UNIQUE REFERENCES organisation.user_account ON DELETE CASCADE,
        opened boolean NOT NULL DEFAULT false,
        tries smallint NOT NULL DEFAULT 0 CHECK (tries >= 0),
        next_try_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CHECK ((email IS NOT NULL) = (purpose = 'RESET')),
        CHECK ((user_id IS NOT NULL) = (purpose = 'INVITATION'))
      )`);
    await runner.query(`CREATE INDEX password_mail_by_try ON organisation.password_mail (next_try_at)`);
    await runner.query(`
      ALTER TABLE organisation.password_link
        DROP CONSTRAINT password_link_pkey, ADD PRIMARY KEY (user_id, purpose)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM organisation.password_link l WHERE purpose = 'RESET' AND EXISTS (
        SELECT 1 FROM organisation.password_link o WHERE o.user_id = l.user_id AND o.purpose = 'INVITATION')`);
    await runner.query(`
      ALTER TABLE organisation.password_link
        DROP CONSTRAINT password_link_pkey, ADD PRIMARY KEY (user_id)`);
    await runner.query(`DROP TABLE organisation.password_mail`);
  }
}
