import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The filters people keep under a name, each for themselves. */
export class LeadViews1795300000002 implements MigrationInterface {
  name = 'LeadViews1795300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE leads.lead_view (
         id uuid PRIMARY KEY,
         owner_id uuid NOT NULL,
         name text NOT NULL,
         query jsonb NOT NULL,
         position smallint NOT NULL,
         version integer NOT NULL DEFAULT 1
       )`,
    );
    await runner.query(`CREATE UNIQUE INDEX lead_view_name ON leads.lead_view (owner_id, lower(name))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leads.lead_view');
  }
}
