import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places from which accounts have signed in, by a hash of e-mail and address. */
export class SignInPlaces1795200000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.sign_in_place (
        place_hash text PRIMARY KEY CHECK (place_hash ~ '^[0-9a-f]{64}$'),
        seen_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX sign_in_place_by_use ON organisation.sign_in_place (seen_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.sign_in_place`);
  }
}
