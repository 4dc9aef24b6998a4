import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a point of sale still takes leads; and of an answer that is given again, the version it was of. */
export class KnownPlacesAndVersions1795500000022 implements MigrationInterface {
  name = 'KnownPlacesAndVersions1795500000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE leads.point_of_sale ADD COLUMN active boolean NOT NULL DEFAULT true');
    // Null: that of a new lead.
    await runner.query('ALTER TABLE leads.idempotency_key ADD COLUMN lead_version integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE leads.idempotency_key DROP COLUMN lead_version');
    await runner.query('ALTER TABLE leads.point_of_sale DROP COLUMN active');
  }
}
