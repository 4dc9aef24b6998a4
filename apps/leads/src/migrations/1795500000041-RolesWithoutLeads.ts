import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that an Admin took the right to see leads from: nobody who has one is given a lead, or told of one. */
export class RolesWithoutLeads1795500000041 implements MigrationInterface {
  name = 'RolesWithoutLeads1795500000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE leads.role_without_leads (role text PRIMARY KEY)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leads.role_without_leads');
  }
}
