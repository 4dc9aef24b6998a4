import { HealthCheck } from '@relance/service-runtime';
import type { DataSource } from 'typeorm';

/** Ready when PostgreSQL answers a statement. */
export class DatabaseHealthCheck extends HealthCheck {
  readonly name = 'database';

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async check(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }
}

/** The check for a data source that does not come from {@link DatabaseModule}, which brings its own. */
export function databaseHealthCheck(dataSource: DataSource): HealthCheck {
  return new DatabaseHealthCheck(dataSource);
}
