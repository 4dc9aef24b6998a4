import { createLogger } from '@relance/service-runtime';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

const log = createLogger('database');

export type DatabaseOptions = {
  /** `postgres://…` with the service's own role. */
  url: string;
  /** The service's schema; its migrations are noted in `<schema>.migration`. */
  schema: string;
  /** Connections at most; default 10. */
  poolSize?: number;
  /** Seen in `pg_stat_activity`, e.g. `leads-worker`. */
  applicationName: string;
  migrations?: (new () => MigrationInterface)[];
  /** A statement is cancelled after this, in ms; default 15,000. 0: never (migrations). */
  statementTimeoutMs?: number;
};

const DEFAULT_POOL_SIZE = 10;
const DEFAULT_STATEMENT_TIMEOUT_MS = 15_000;
/** A transaction that does nothing holds back every reader of the event log: it is ended after this, in ms. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
/** How long to wait for a connection, free or new, in ms; then the request gets 503. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * A pool of connections that outlives PostgreSQL: broken ones are thrown away and new ones opened when needed.
 * Nothing is connected before `initialize()`.
 */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    entities: [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? DEFAULT_POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    installExtensions: false,
    logging: ['warn'],
    poolErrorHandler: (err: unknown) => log.warn({ err }, 'a database connection was lost'),
    extra: {
      keepAlive: true,
      statement_timeout: options.statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    },
  } as DataSourceOptions);
}

const guarded = new WeakSet<Pool>();

/** A connection somebody holds when PostgreSQL goes away must not end the process: its next statement fails. */
function guard(pool: Pool): void {
  if (guarded.has(pool)) return;
  guarded.add(pool);
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    client.on('error', (err) => log.warn({ err }, 'a database connection was lost'));
  });
}

/**
 * The `pg` pool under an initialised data source, for hot statements (named, prepared once per connection). Release
 * a client with the error it met (`client.release(error)`), so that a broken one is not used again.
 */
export function pgPool(dataSource: DataSource): Pool {
  const { master } = dataSource.driver as unknown as { master?: Pool };
  if (!master) throw new Error('The data source is not initialised.');
  guard(master);
  return master;
}
