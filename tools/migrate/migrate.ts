import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { OperatorError } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { withClient, withLock } from './connect.ts';
import { appOf, roleOf, type Service } from './services.ts';

const lock = 7_301_002;

type MigrationClass = new () => MigrationInterface;

/**
 * Runs the migrations of a service that have not run yet, each in a transaction of its own, as the admin. Two at once
 * follow each other.
 *
 * @param migrations default: the compiled ones of `apps/<service>/dist/migrations`
 * @returns the names of those that ran
 */
export async function migrate(
  adminUrl: string,
  service: Service,
  migrations: readonly MigrationClass[] = compiledMigrations(service),
): Promise<string[]> {
  return withClient(adminUrl, (client) =>
    withLock(client, lock, async () => {
      const dataSource = dataSourceFor(adminUrl, service, migrations);
      await dataSource.initialize();
      try {
        const done = await dataSource.runMigrations({ transaction: 'each' });
        await client.query(`REVOKE ALL ON ${service}.migration FROM ${roleOf(service)}`);
        return done.map(({ name }) => name);
      } finally {
        await dataSource.destroy();
      }
    }),
  );
}

/** Undoes the newest migration of a service. */
export async function revertNewest(adminUrl: string, service: Service): Promise<void> {
  await withClient(adminUrl, (client) =>
    withLock(client, lock, async () => {
      const dataSource = dataSourceFor(adminUrl, service, compiledMigrations(service));
      await dataSource.initialize();
      try {
        await dataSource.undoLastMigration({ transaction: 'each' });
      } finally {
        await dataSource.destroy();
      }
    }),
  );
}

function dataSourceFor(url: string, schema: Service, migrations: readonly MigrationClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    applicationName: 'relance-migrate',
    migrations: [...migrations],
    migrationsTableName: 'migration',
    installExtensions: false,
    extra: { max: 1 },
  });
}

function compiledMigrations(service: Service): readonly MigrationClass[] {
  const path = join(repositoryRoot, 'apps', appOf(service), 'dist/migrations/index.js');
  if (!existsSync(path))
    throw new OperatorError(`The ${service} service is not built: run npm run build first.`);
  const require = createRequire(path);
  return (require(path) as { migrations: readonly MigrationClass[] }).migrations;
}
