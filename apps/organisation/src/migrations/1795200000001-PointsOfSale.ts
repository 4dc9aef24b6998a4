import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The dealership sites. `sort_name` is the name without accents and case, compared byte by byte. */
export class PointsOfSale1795200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.point_of_sale (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        time_zone text NOT NULL,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        brands text[] NOT NULL,
        trade_attributes text[] NOT NULL CHECK (trade_attributes <@ '{VN,VO,APV,VD}'),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX point_of_sale_by_name ON organisation.point_of_sale (sort_name, id)`);
    await runner.query(
      `CREATE INDEX point_of_sale_by_creation ON organisation.point_of_sale (created_at, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.point_of_sale`);
  }
}
