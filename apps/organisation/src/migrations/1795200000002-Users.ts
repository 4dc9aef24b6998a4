import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, and where they work with which types of lead. E-mails are unique whatever their case. */
export class Users1795200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.user_account (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        email text NOT NULL,
        password_hash text NOT NULL,
        role text NOT NULL CHECK (role IN ('ADMIN', 'MANAGER', 'SALESPERSON', 'CALL_CENTRE', 'MARKETING')),
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE UNIQUE INDEX user_account_email ON organisation.user_account (lower(email))`);
    await runner.query(`CREATE INDEX user_account_by_name ON organisation.user_account (sort_name, id)`);
    await runner.query(`CREATE INDEX user_account_by_creation ON organisation.user_account (created_at, id)`);
    await runner.query(
      `CREATE INDEX user_account_admins ON organisation.user_account (id) WHERE role = 'ADMIN' AND active`,
    );
    await runner.query(`
      CREATE TABLE organisation.user_point_of_sale (
        user_id uuid NOT NULL REFERENCES organisation.user_account ON DELETE CASCADE,
        point_of_sale_id uuid NOT NULL REFERENCES organisation.point_of_sale ON DELETE CASCADE,
        lead_types text[] NOT NULL CHECK (lead_types <@ '{VN,VO,APV,VD}'),
        PRIMARY KEY (user_id, point_of_sale_id)
      )`);
    await runner.query(
      `CREATE INDEX user_point_of_sale_members ON organisation.user_point_of_sale (point_of_sale_id, user_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.user_point_of_sale`);
    await runner.query(`DROP TABLE organisation.user_account`);
  }
}
