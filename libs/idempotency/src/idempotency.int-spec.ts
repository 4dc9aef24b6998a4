import { createDataSource, createScratchDatabase, type ScratchDatabase } from '@relance/database';
import type { Principal } from '@relance/service-token';
import type { DataSource, EntityManager } from 'typeorm';
import { idempotencyTableSql } from './idempotency-table';
import { IdempotencyService, type Answer } from './idempotency.service';

let scratch: ScratchDatabase;
let dataSource: DataSource;
let idempotency: IdempotencyService;

const source: Principal = {
  kind: 'apiKey',
  apiKeyId: 'k1',
  name: 'Portal',
  purpose: 'LEAD_SOURCE',
  pointOfSaleId: 'p1',
};
const other: Principal = { ...source, apiKeyId: 'k2' };
const request = { operation: 'things.add', body: { name: 'a', tags: ['x'] } };

beforeAll(async () => {
  scratch = await createScratchDatabase(process.env['TEST_DATABASE_URL']);
  dataSource = await createDataSource({
    url: scratch.url,
    schema: 'spec',
    applicationName: 'idempotency-spec',
    poolSize: 12,
  }).initialize();
  await dataSource.query('CREATE SCHEMA spec');
  for (const statement of idempotencyTableSql('spec').up) await dataSource.query(statement);
  await dataSource.query('CREATE TABLE spec.thing (id int GENERATED ALWAYS AS IDENTITY, name text)');
  idempotency = new IdempotencyService(dataSource, 'spec');
});
afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});
beforeEach(() => dataSource.query('TRUNCATE spec.thing, spec.idempotency_key'));

let runs = 0;
async function addThing(tx: EntityManager): Promise<Answer> {
  runs++;
  const [row] = (await tx.query(`INSERT INTO spec.thing (name) VALUES ('a') RETURNING id`)) as {
    id: number;
  }[];
  return { status: 201, body: { z: 1, id: row?.id, at: '2026-11-21T10:00:00.000Z' } };
}
async function things(): Promise<number> {
  const [row] = (await dataSource.query('SELECT count(*)::int AS n FROM spec.thing')) as { n: number }[];
  return row?.n ?? -1;
}

describe('an Idempotency-Key', () => {
  it('gives the first answer again, and does nothing twice', async () => {
    const first = await idempotency.run(source, 'key', request, addThing);
    const again = await idempotency.run(
      source,
      'key',
      { ...request, body: { tags: ['x'], name: 'a' } },
      addThing,
    );
    expect(first.replayed).toBe(false);
    expect(again).toEqual({ ...first, replayed: true });
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
    expect(await things()).toBe(1);
  });

  it('lets one of many do the work that come at the same instant', async () => {
    runs = 0;
    const slowly = async (tx: EntityManager): Promise<Answer> => {
      const answer = await addThing(tx);
      await tx.query('SELECT pg_sleep(0.2)');
      return answer;
    };
    const all = await Promise.all(
      Array.from({ length: 10 }, () => idempotency.run(source, 'key', request, slowly)),
    );
    expect(runs).toBe(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await things()).toBe(1);
  });

  it('belongs to a caller and an operation', async () => {
    await idempotency.run(source, 'key', request, addThing);
    await idempotency.run(other, 'key', request, addThing);
    await idempotency.run(source, 'key', { ...request, operation: 'things.copy' }, addThing);
    expect(await things()).toBe(3);
  });

  it('refuses another request with 422', async () => {
    await idempotency.run(source, 'key', request, addThing);
    const reused = idempotency.run(source, 'key', { ...request, body: { name: 'b' } }, addThing);
    await expect(reused).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
    expect(await things()).toBe(1);
  });

  it('keeps nothing of work that failed: the next try starts afresh', async () => {
    const failing = idempotency.run(source, 'key', request, async (tx) => {
      await addThing(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await things()).toBe(0);
    expect((await idempotency.run(source, 'key', request, addThing)).replayed).toBe(false);
    expect(await things()).toBe(1);
  });

  it('lets the twin do the work when the first is rolled back', async () => {
    let started: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (started = resolve));
    const first = idempotency.run(source, 'key', request, async (tx) => {
      started();
      await tx.query('SELECT pg_sleep(0.2)');
      throw new Error('no');
    });
    const failed = expect(first).rejects.toThrow('no');
    await underWay;
    expect((await idempotency.run(source, 'key', request, addThing)).replayed).toBe(false);
    await failed;
    expect(await things()).toBe(1);
  });

  it('may be absent: then it is a plain transaction', async () => {
    await idempotency.run(source, undefined, request, addThing);
    await idempotency.run(source, undefined, request, addThing);
    expect(await things()).toBe(2);
    expect(await dataSource.query('SELECT * FROM spec.idempotency_key')).toEqual([]);
  });

  it('is forgotten after 48 hours', async () => {
    await idempotency.run(source, 'old', request, addThing);
    await idempotency.run(source, 'new', request, addThing);
    await dataSource.query(
      `UPDATE spec.idempotency_key SET created_at = now() - interval '49 hours' WHERE key = 'old'`,
    );
    expect(await idempotency.purgeExpired()).toBe(1);
    expect(await dataSource.query('SELECT key FROM spec.idempotency_key')).toEqual([{ key: 'new' }]);
  });
});

describe('a statement that inserts its own row', () => {
  it('finds the answer given to another', async () => {
    await idempotency.run(source, 'key', request, addThing);
    const found = await dataSource.transaction((tx) => idempotency.find(tx, source, 'key', request));
    expect(found).toMatchObject({ status: 201, replayed: true });
    expect(await dataSource.transaction((tx) => idempotency.find(tx, other, 'key', request))).toBeUndefined();
  });
});
