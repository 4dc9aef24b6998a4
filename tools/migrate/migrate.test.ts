import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { isFree, startTestStack, type TestStack } from '../embedded/index.ts';
import { withClient } from './connect.ts';
import { ensureDatabase } from './ensure-database.ts';
import { migrate } from './migrate.ts';
import { services, serviceUrl } from './services.ts';

const home = mkdtempSync(join(tmpdir(), 'relance-migrate-'));
const passwords = { organisation: 'organisation-password', leads: 'leads-password' };
let stack: TestStack;
let portOffset = 12_000 + (process.pid % 100) * 100;

before(async () => {
  chmodSync(home, 0o755);
  while (!(await isFree(5433 + portOffset))) portOffset += 100;
  stack = await startTestStack({ home, portOffset, parts: ['postgres'] });
});
after(async () => {
  await stack.stop();
  rmSync(home, { recursive: true, force: true });
});

const denied = { code: '42501' };

test('preparing and migrating several times at once comes to the same as once', async () => {
  await Promise.all([1, 2, 3].map(() => ensureDatabase(stack.adminDatabaseUrl, passwords)));
  for (const service of services) {
    const runs = await Promise.all([1, 2].map(() => migrate(stack.adminDatabaseUrl, service)));
    assert.equal(runs.filter((done) => done.length > 0).length, 1);
    assert.deepEqual(await migrate(stack.adminDatabaseUrl, service), []);
  }
});

test("a service's role works in its own schema and cannot read another's, nor make anything", async () => {
  for (const service of services) {
    const other = services.find((candidate) => candidate !== service)!;
    await withClient(serviceUrl(stack.adminDatabaseUrl, service, passwords[service]), async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables WHERE table_schema = $1`,
        [service],
      );
      assert.ok(rows.length > 0, service);
      for (const { name } of rows) await client.query(`SELECT 1 FROM ${name} LIMIT 1`);
      await assert.rejects(client.query(`SELECT 1 FROM ${other}.migration`), denied);
      await assert.rejects(client.query(`SELECT 1 FROM ${service}.migration`), denied);
      await assert.rejects(client.query(`CREATE TABLE ${service}.mine (id int)`), denied);
      await assert.rejects(client.query('CREATE TABLE public.mine (id int)'), denied);
      await assert.rejects(client.query('CREATE SCHEMA mine'), denied);
    });
  }
});

test('a changed password of a role is taken over', async () => {
  await ensureDatabase(stack.adminDatabaseUrl, { ...passwords, leads: 'another-password' });
  await withClient(serviceUrl(stack.adminDatabaseUrl, 'leads', 'another-password'), (client) =>
    client.query('SELECT 1'),
  );
  await assert.rejects(
    withClient(serviceUrl(stack.adminDatabaseUrl, 'leads', passwords.leads), (client) =>
      client.query('SELECT 1'),
    ),
    /refuses the account/,
  );
});

test('after kill -9 PostgreSQL starts again on the same data', async () => {
  process.kill(stack.pids.postgres!, 'SIGKILL');
  await delay(100);
  stack = await startTestStack({ home, portOffset, parts: ['postgres'] });
  for (const service of services) assert.deepEqual(await migrate(stack.adminDatabaseUrl, service), []);
});
