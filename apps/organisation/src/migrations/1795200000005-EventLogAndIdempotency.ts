import { dropEventLogTableSql, eventLogTableSql } from '@relance/event-log';
import { idempotencyTableSql } from '@relance/idempotency';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's event log and the answers of its POSTs. */
export class EventLogAndIdempotency1795200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [...eventLogTableSql('organisation'), ...idempotencyTableSql('organisation').up];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [...idempotencyTableSql('organisation').down, ...dropEventLogTableSql('organisation')];
    for (const statement of statements) await runner.query(statement);
  }
}
