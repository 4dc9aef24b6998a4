import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments of a point of sale, and whether it is still in use. */
export class PointOfSaleDetails1795200000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation.point_of_sale
        ADD COLUMN departments text[] NOT NULL DEFAULT '{}',
        ADD COLUMN active boolean NOT NULL DEFAULT true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE organisation.point_of_sale DROP COLUMN departments, DROP COLUMN active`);
  }
}
