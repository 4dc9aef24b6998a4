import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write about a lead. It may say anything of anybody, so the event log only knows the id. */
export class Remarks1795300000003 implements MigrationInterface {
  name = 'Remarks1795300000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE leads.remark (
         id uuid PRIMARY KEY,
         lead_id uuid NOT NULL REFERENCES leads.lead ON DELETE CASCADE,
         author_id uuid NOT NULL,
         text text NOT NULL,
         created_at timestamptz(3) NOT NULL
       )`,
    );
    await runner.query('CREATE INDEX remark_of_lead ON leads.remark (lead_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leads.remark');
  }
}
