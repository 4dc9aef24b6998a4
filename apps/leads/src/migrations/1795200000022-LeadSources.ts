import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lead sources as known from the organisation's feed: whose forms on websites bring leads. */
export class LeadSources1795200000022 implements MigrationInterface {
  name = 'LeadSources1795200000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE leads.lead_source (
         id uuid PRIMARY KEY,
         name text NOT NULL,
         category text,
         point_of_sale_id uuid NOT NULL,
         lead_type text NOT NULL,
         form_token text NOT NULL,
         thank_you_url text,
         active boolean NOT NULL
       )`,
    );
    await runner.query(`CREATE INDEX lead_source_of_form ON leads.lead_source (form_token)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leads.lead_source');
  }
}
