import type { MigrationInterface, QueryRunner } from 'typeorm';

/** « Appliquer aux leads ouverts » (D6), noted until it is done, so that a process that dies leaves it to another. */
export class SettingsApplication1763760000001 implements MigrationInterface {
  name = 'SettingsApplication1763760000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE leads.settings_application (
         settings_id uuid PRIMARY KEY REFERENCES leads.incoming_lead_settings ON DELETE CASCADE,
         point_of_sale_id uuid NOT NULL,
         actor jsonb NOT NULL,
         correlation_id text,
         requested_at timestamptz(3) NOT NULL DEFAULT now(),
         touched_at timestamptz(3) NOT NULL DEFAULT now(),
         applied integer NOT NULL DEFAULT 0,
         finished_at timestamptz(3)
       )`,
    );
    await runner.query(
      `CREATE INDEX settings_application_pending ON leads.settings_application (requested_at)
         WHERE finished_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leads.settings_application');
  }
}
