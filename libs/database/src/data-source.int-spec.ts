import { isConnectionFailure } from '@relance/service-runtime';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { DataSource } from 'typeorm';
import { createDataSource, pgPool } from './data-source';
import { databaseHealthCheck } from './database-health-check';
import { connectPatiently } from './database.module';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database';

/** Stands between us and PostgreSQL, and can be cut like a cable. */
class Cable {
  private server?: Server;
  private readonly sockets = new Set<Socket>();
  port = 0;

  constructor(private readonly target: URL) {}

  async plug(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
  }
}

let scratch: ScratchDatabase;
let cable: Cable;
let dataSource: DataSource;

function source(): DataSource {
  const url = new URL(scratch.url);
  url.hostname = '127.0.0.1';
  url.port = String(cable.port);
  return createDataSource({ url: url.href, schema: 'public', applicationName: 'database-spec', poolSize: 4 });
}

const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (e: unknown) => e,
  );
const answers = async (): Promise<boolean> => (await failure(dataSource.query('SELECT 1'))) === undefined;

/** The pool notices broken connections as it uses them: a few statements later all is well. */
async function wellAgain(): Promise<void> {
  for (let tries = 0; tries < 10 && !(await answers()); tries++) await new Promise((r) => setTimeout(r, 50));
  expect(await answers()).toBe(true);
}

beforeAll(async () => {
  scratch = await createScratchDatabase(process.env['TEST_DATABASE_URL']);
  cable = new Cable(new URL(scratch.url));
  await cable.plug();
  dataSource = await source().initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await cable.cut();
  await scratch.drop();
});

describe('a data source', () => {
  it('says who it is and limits statements and idle transactions', async () => {
    const [row] = (await dataSource.query(
      `SELECT current_setting('application_name') AS name, current_setting('statement_timeout') AS statement,
              current_setting('idle_in_transaction_session_timeout') AS idle`,
    )) as unknown[];
    expect(row).toEqual({ name: 'database-spec', statement: '15s', idle: '10s' });
  });

  it('goes on when PostgreSQL ends its connections, even in the middle of a statement', async () => {
    const sleeping = failure(dataSource.transaction((tx) => tx.query('SELECT pg_sleep(5)')));
    const held = await pgPool(dataSource).connect();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const admin = await createDataSource({
      url: scratch.url,
      schema: 'public',
      applicationName: 'admin',
    }).initialize();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'database-spec'`,
    );
    await admin.destroy();
    expect(isConnectionFailure(await sleeping)).toBe(true);
    const error = await failure(held.query('SELECT 1'));
    expect(isConnectionFailure(error)).toBe(true);
    held.release(error as Error);
    await wellAgain();
  });

  it('refuses as unavailable while PostgreSQL is away, and goes on when it is back', async () => {
    const check = databaseHealthCheck(dataSource);
    const held = await pgPool(dataSource).connect();
    await cable.cut();
    const error = await failure(held.query('SELECT 1'));
    held.release(error as Error);
    expect(isConnectionFailure(error)).toBe(true);
    for (const attempt of [
      dataSource.query('SELECT 1'),
      dataSource.transaction((tx) => tx.query('SELECT 1')),
    ]) {
      expect(isConnectionFailure(await failure(attempt))).toBe(true);
    }
    await expect(check.check()).rejects.toThrow();
    await cable.plug();
    await wellAgain();
    await expect(check.check()).resolves.toBeUndefined();
  });

  it('waits, at boot, for a PostgreSQL that comes later', async () => {
    await cable.cut();
    const late = connectPatiently(source(), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await cable.plug();
    await (await late).destroy();
    await wellAgain();
  });
});
