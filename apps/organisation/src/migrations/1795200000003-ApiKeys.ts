import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of lead sources and telephony. The key itself is never stored, only its SHA-256 in hexadecimal. */
export class ApiKeys1795200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.api_key (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('LEAD_SOURCE', 'TELEPHONY')),
        point_of_sale_id uuid NOT NULL REFERENCES organisation.point_of_sale ON DELETE CASCADE,
        key_hash text NOT NULL UNIQUE CHECK (key_hash ~ '^[0-9a-f]{64}$'),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3),
        revoked_at timestamptz(3)
      )`);
    await runner.query(`CREATE INDEX api_key_by_creation ON organisation.api_key (created_at, id)`);
    await runner.query(`CREATE INDEX api_key_by_point_of_sale ON organisation.api_key (point_of_sale_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.api_key`);
  }
}
