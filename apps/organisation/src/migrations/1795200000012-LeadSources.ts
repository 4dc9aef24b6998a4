import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where leads come from by a form on a website. The token is public: it stands in the page of the form. */
export class LeadSources1795200000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.lead_source (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        category text,
        point_of_sale_id uuid NOT NULL REFERENCES organisation.point_of_sale ON DELETE CASCADE,
        lead_type text NOT NULL CHECK (lead_type IN ('VN', 'VO', 'APV', 'VD')),
        form_token text NOT NULL UNIQUE CHECK (form_token ~ '^[A-Za-z0-9_-]{22,64}$'),
        thank_you_url text,
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX lead_source_by_name ON organisation.lead_source (sort_name, id)`);
    await runner.query(`CREATE INDEX lead_source_by_creation ON organisation.lead_source (created_at, id)`);
    await runner.query(
      `CREATE INDEX lead_source_by_point_of_sale ON organisation.lead_source (point_of_sale_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.lead_source`);
  }
}
