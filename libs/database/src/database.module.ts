import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { createLogger, isConnectionFailure } from '@relance/service-runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions } from './data-source';
import { DatabaseHealthCheck } from './database-health-check';

const log = createLogger('database');

/** How long a starting process waits for PostgreSQL, in ms, before it gives up and is started again. */
const BOOT_PATIENCE_MS = 60_000;
const RETRY_MS = 500;

/** Connects, and waits for a PostgreSQL that is itself still starting. */
export async function connectPatiently(
  dataSource: DataSource,
  patienceMs = BOOT_PATIENCE_MS,
): Promise<DataSource> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      return await dataSource.initialize();
    } catch (err) {
      if (!isConnectionFailure(err) || Date.now() > giveUpAt) throw err;
      log.warn({ err }, 'waiting for the database');
      await sleep(RETRY_MS);
    }
  }
}

/** Provides the service's `DataSource` everywhere, its health check, and closes it after everything else. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => connectPatiently(createDataSource(options)) },
        {
          provide: DatabaseHealthCheck,
          useFactory: (dataSource: DataSource) => new DatabaseHealthCheck(dataSource),
          inject: [DataSource],
        },
      ],
      exports: [DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
