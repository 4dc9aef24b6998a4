import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Teams of a point of sale. A member is somebody who belongs to that point of sale: who leaves it leaves its teams,
 * by the foreign key. The index on memberships of users exists as their primary key.
 */
export class Teams1795200000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.team (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        point_of_sale_id uuid NOT NULL REFERENCES organisation.point_of_sale ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        UNIQUE (id, point_of_sale_id)
      )`);
    await runner.query(`CREATE INDEX team_by_name ON organisation.team (sort_name, id)`);
    await runner.query(`CREATE INDEX team_by_creation ON organisation.team (created_at, id)`);
    await runner.query(`CREATE INDEX team_by_point_of_sale ON organisation.team (point_of_sale_id)`);
    await runner.query(`
      CREATE TABLE organisation.team_member (
        team_id uuid NOT NULL,
        point_of_sale_id uuid NOT NULL,
        user_id uuid NOT NULL,
        PRIMARY KEY (team_id, user_id),
        FOREIGN KEY (team_id, point_of_sale_id)
          REFERENCES organisation.team (id, point_of_sale_id) ON DELETE CASCADE,
        FOREIGN KEY (user_id, point_of_sale_id)
          REFERENCES organisation.user_point_of_sale (user_id, point_of_sale_id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE INDEX team_member_by_user ON organisation.team_member (user_id, point_of_sale_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE organisation.team_member`);
    await runner.query(`DROP TABLE organisation.team`);
  }
}
