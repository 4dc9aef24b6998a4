import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What Admin decided of roles; one that nobody edited has no row, and its default rights. A person's access tokens
 * carry the generation they were made for; an older one than the person's is void.
 */
export class RoleRights1795200000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.role_rights (
        role text PRIMARY KEY CHECK (role IN ('MANAGER', 'SALESPERSON', 'CALL_CENTRE', 'MARKETING')),
        permissions text[] NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      ALTER TABLE organisation.user_account
        ADD COLUMN token_generation integer NOT NULL DEFAULT 0,
        ADD COLUMN tokens_voided_at timestamptz`);
    await runner.query(`
      CREATE INDEX user_account_by_voided_tokens ON organisation.user_account (tokens_voided_at)
       WHERE tokens_voided_at IS NOT NULL`);
    await runner.query(
      `CREATE INDEX session_by_end ON organisation.session (ended_at) WHERE ended_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX organisation.session_by_end`);
    await runner.query(`
      ALTER TABLE organisation.user_account DROP COLUMN tokens_voided_at, DROP COLUMN token_generation`);
    await runner.query(`DROP TABLE organisation.role_rights`);
  }
}
