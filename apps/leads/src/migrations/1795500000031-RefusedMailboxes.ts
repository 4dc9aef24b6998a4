import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mailbox that is refused for good is owed nothing more: its reminder waits for it no longer. */
export class RefusedMailboxes1795500000031 implements MigrationInterface {
  name = 'RefusedMailboxes1795500000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE leads.reminder_delivery ADD COLUMN refused_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE leads.reminder_delivery DROP COLUMN refused_at');
  }
}
