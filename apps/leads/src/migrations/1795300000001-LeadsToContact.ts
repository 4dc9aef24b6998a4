import type { MigrationInterface, QueryRunner } from 'typeorm';

/** « À contacter » is counted and listed all day long: without this index, among all leads that are open. */
export class LeadsToContact1795300000001 implements MigrationInterface {
  name = 'LeadsToContact1795300000001';
  /** Built concurrently, so that leads come in meanwhile; no transaction can do that. */
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // What an attempt that broke off left behind is not valid.
    await runner.query('DROP INDEX IF EXISTS leads.lead_to_contact');
    await runner.query(
      `CREATE INDEX CONCURRENTLY lead_to_contact ON leads.lead (point_of_sale_id, created_at, id)
         INCLUDE (type, assignee_id, deadline_at, paused_at)
         WHERE status = 'IN_PROGRESS' AND contact_status = 'TO_CONTACT'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX leads.lead_to_contact');
  }
}
