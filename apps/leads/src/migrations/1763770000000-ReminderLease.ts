import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is sending a reminder to somebody right now, and until when nobody else may. */
export class ReminderLease1763770000000 implements MigrationInterface {
  name = 'ReminderLease1763770000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE leads.reminder_delivery ADD COLUMN leased_by uuid, ADD COLUMN leased_until timestamptz(3)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE leads.reminder_delivery DROP COLUMN leased_by, DROP COLUMN leased_until`);
  }
}
