import { v7 as uuidv7 } from 'uuid';
import {
  ADMIN,
  GATEWAY,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';
import { hashApiKey } from './api-key-secret';

let organisation: OrganisationUnderTest;
let port: string;

beforeAll(async () => {
  organisation = await startOrganisation();
  const body = { name: 'Garage du Port', timeZone: 'Europe/Paris' };
  port = (await organisation.call('POST /points-of-sale', { body })).body.id;
});
afterAll(() => organisation?.close());

const add = (headers = {}, values: object = {}) =>
  organisation.call('POST /api-keys', {
    body: { name: 'Site', purpose: 'LEAD_SOURCE', pointOfSaleId: port, ...values },
    headers,
  });
const resolve = (key: string, as = GATEWAY) =>
  organisation.call('POST /internal/api-keys/resolve', { as, body: { keyHash: hashApiKey(key) } });

describe('API keys', () => {
  it('are shown once and stored as a hash', async () => {
    const { status, headers, body } = await add();
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(body).sort()).toEqual(['createdAt', 'id', 'key', 'name', 'pointOfSaleId', 'purpose']);
    expect(body.key).toMatch(/^rlk_[A-Za-z0-9_-]{43}$/);
    const list = await organisation.call('GET /api-keys?sort=-createdAt');
    expect(list.body.items[0]).toMatchObject({ id: body.id, lastUsedAt: null, revokedAt: null });
    const stored = await organisation.database.admin.query(
      `SELECT (SELECT json_agg(k) FROM organisation.api_key k), (SELECT json_agg(e) FROM organisation.event e)`,
    );
    expect(JSON.stringify([list.body, stored])).not.toContain(body.key);
  });

  it('give the same key again for an Idempotency-Key, which the database cannot show', async () => {
    const headers = { 'idempotency-key': 'one-key' };
    const first = await add(headers);
    const again = await add(headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const kept = await organisation.database.admin.query('SELECT * FROM organisation.idempotency_key');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(first.body.key);
    expect((await add(headers, { name: 'Autre' })).status).toBe(422);
  });

  it('are resolved for services alone, and their last use is noted at most once a minute', async () => {
    const { body } = await add();
    const found = await resolve(body.key);
    expect([found.status, found.body]).toEqual([
      200,
      { id: body.id, name: 'Site', purpose: 'LEAD_SOURCE', pointOfSaleId: port },
    ]);
    const lastUsed = async () =>
      (
        await organisation.database.admin.query<{ at: Date }[]>(
          'SELECT last_used_at AS at FROM organisation.api_key WHERE id = $1',
          [body.id],
        )
      )[0]!.at;
    const noted = await lastUsed();
    expect(noted).toBeInstanceOf(Date);
    await resolve(body.key);
    expect(await lastUsed()).toEqual(noted);
    await organisation.database.admin.query(
      `UPDATE organisation.api_key SET last_used_at = now() - interval '61 seconds'`,
    );
    await resolve(body.key);
    expect((await lastUsed()).getTime()).toBeGreaterThanOrEqual(noted.getTime());
    expect((await resolve('rlk_unknown')).status).toBe(404);
    expect((await resolve(body.key, ADMIN)).status).toBe(403);
  });

  it('end when they are revoked, which may be repeated', async () => {
    const { body } = await add();
    const revoke = (id: string, as = ADMIN) => organisation.call(`DELETE /api-keys/${id}`, { as });
    expect((await revoke(body.id, person('MANAGER', [port]))).status).toBe(403);
    expect((await revoke(body.id)).status).toBe(204);
    expect((await revoke(body.id)).status).toBe(204);
    expect((await revoke(uuidv7())).status).toBe(404);
    expect((await resolve(body.key)).status).toBe(404);
    const types = await organisation.database.admin.query<{ type: string }[]>(
      'SELECT type FROM organisation.event WHERE subject = $1 ORDER BY position',
      [body.id],
    );
    expect(types.map(({ type }) => type)).toEqual(['apiKey.created', 'apiKey.revoked']);
  });

  it('are managed within their own points of sale by whoever may and is no Admin (S2.12)', async () => {
    const site = { name: 'Concession des Alpes', timeZone: 'Europe/Paris' };
    const alpes = (await organisation.call('POST /points-of-sale', { body: site })).body.id;
    const [here, there] = [(await add()).body, (await add({}, { pointOfSaleId: alpes })).body];
    const manager = person('MANAGER', [port]);
    const as = { ...manager, permissions: [...manager.permissions, 'apiKey.manage' as const] };
    const list = await organisation.call('GET /api-keys?limit=200', { as });
    const ids = list.body.items.map(({ id }: { id: string }) => id);
    expect([ids.includes(here.id), ids.includes(there.id)]).toEqual([true, false]);
    expect((await organisation.call(`GET /api-keys?pointOfSaleId=${alpes}`)).body.total).toBe(1);
    expect((await organisation.call(`GET /api-keys?pointOfSaleId=${alpes}`, { as })).body.total).toBe(0);
    const body = { name: 'Site', purpose: 'LEAD_SOURCE', pointOfSaleId: alpes };
    expect((await organisation.call('POST /api-keys', { as, body })).body.code).toBe('UNKNOWN_POINT_OF_SALE');
    expect((await organisation.call(`DELETE /api-keys/${there.id}`, { as })).status).toBe(404);
    expect((await resolve(there.key)).status).toBe(200);
    expect((await organisation.call(`DELETE /api-keys/${here.id}`, { as })).status).toBe(204);
  });

  it('belong to a point of sale that exists', async () => {
    const answer = await add({}, { pointOfSaleId: uuidv7() });
    expect([answer.status, answer.body.code]).toEqual([422, 'UNKNOWN_POINT_OF_SALE']);
  });
});
