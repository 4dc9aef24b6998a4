import type { Principal } from '@relance/service-token';
import { v7 as uuidv7 } from 'uuid';
import { person, startOrganisation, type OrganisationUnderTest } from '../testing/organisation-under-test';
import { newFormToken } from './form-token';

let organisation: OrganisationUnderTest;
let port: string;
let alpes: string;

beforeAll(async () => {
  organisation = await startOrganisation();
  const site = async (name: string) =>
    (await organisation.call('POST /points-of-sale', { body: { name, timeZone: 'Europe/Paris' } })).body.id;
  [port, alpes] = [await site('Garage du Port'), await site('Concession des Alpes')];
});
afterAll(() => organisation?.close());

const add = (values: object = {}, call: { as?: Principal; headers?: Record<string, string> } = {}) =>
  organisation.call('POST /lead-sources', {
    body: { name: 'Site', pointOfSaleId: port, leadType: 'VN', ...values },
    ...call,
  });
const change = (id: string, version: number, body: object, as?: Principal) =>
  organisation.call(`PATCH /lead-sources/${id}`, {
    body,
    headers: { 'if-match': `"${version}"` },
    ...(as ? { as } : {}),
  });
const told = (subject: string) =>
  organisation.database.admin.query<{ type: string; data: { leadSource: object } }[]>(
    'SELECT type, data FROM organisation.event WHERE subject = $1 ORDER BY position',
    [subject],
  );

describe('lead sources', () => {
  it('are added with a form token that cannot be guessed, and told', async () => {
    const answer = await add({ category: 'Internet', thankYouUrl: 'https://garage.example/merci' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    const { id, formToken } = answer.body;
    expect(answer.body).toMatchObject({
      ...{
        name: 'Site',
        category: 'Internet',
        pointOfSaleId: port,
        leadType: 'VN',
        active: true,
        version: 1,
      },
      thankYouUrl: 'https://garage.example/merci',
    });
    expect(formToken).toMatch(/^[\w-]{24}$/);
    const leadSource = {
      ...{
        id,
        formToken,
        name: 'Site',
        category: 'Internet',
        pointOfSaleId: port,
        leadType: 'VN',
        active: true,
      },
      thankYouUrl: 'https://garage.example/merci',
    };
    expect(await told(id)).toEqual([{ type: 'leadSource.saved', data: { leadSource } }]);
    expect((await add()).body).toMatchObject({ category: null, thankYouUrl: null });
  });

  it('have tokens of 128 random bits or more, each its own', () => {
    const tokens = Array.from({ length: 1000 }, newFormToken);
    expect(new Set(tokens).size).toBe(1000);
    expect(Buffer.from(tokens[0]!, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['an unknown lead type', { leadType: 'VX' }, 'leadType'],
    ['a page that a browser would run', { thankYouUrl: 'javascript:alert(1)' }, 'thankYouUrl'],
    ['a token of one’s own', { formToken: 'x'.repeat(30) }, ''],
  ])('refuses %s', async (_, values, path) => {
    const answer = await add(values);
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
  });

  it('are added once for an Idempotency-Key, with one token', async () => {
    const headers = { 'idempotency-key': 'one-source' };
    const answers = [
      await add({}, { headers }),
      ...(await Promise.all([add({}, { headers }), add({}, { headers })])),
    ];
    expect(new Set(answers.map(({ body }) => body.formToken)).size).toBe(1);
  });

  it('get another token when asked, and only then', async () => {
    const { body } = await add();
    const renew = (headers = {}) =>
      organisation.call(`POST /lead-sources/${body.id}/renew-token`, { headers });
    const renewed = await renew({ 'idempotency-key': 'renew' });
    expect([renewed.status, renewed.headers.get('etag'), renewed.body.version]).toEqual([200, '"2"', 2]);
    expect(renewed.body.formToken).not.toBe(body.formToken);
    expect((await renew({ 'idempotency-key': 'renew' })).body.formToken).toBe(renewed.body.formToken);
    expect((await told(body.id)).at(-1)!.data.leadSource).toMatchObject({
      formToken: renewed.body.formToken,
    });
    const changed = await change(body.id, 2, { name: 'Autre site' });
    expect(changed.body.formToken).toBe(renewed.body.formToken);
    expect((await organisation.call(`POST /lead-sources/${uuidv7()}/renew-token`)).status).toBe(404);
  });

  it('change with If-Match only: 428 without, 412 when stale and then nothing changes', async () => {
    const { body } = await add({ category: 'Internet' });
    const route = `PATCH /lead-sources/${body.id}`;
    expect((await organisation.call(route, { body: { active: false } })).status).toBe(428);
    const changed = await change(body.id, 1, { active: false, category: null, pointOfSaleId: alpes });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ active: false, category: null, pointOfSaleId: alpes, name: 'Site' });
    expect((await change(body.id, 1, { name: 'Trop tard' })).status).toBe(412);
    expect((await change(body.id, 2, { pointOfSaleId: uuidv7() })).body.code).toBe('UNKNOWN_POINT_OF_SALE');
    expect((await organisation.call(`GET /lead-sources/${body.id}`)).body).toEqual(changed.body);
  });

  it('are told in the order of their changes, however they come at once', async () => {
    const { body } = await add();
    await Promise.all([
      ...Array.from({ length: 4 }, () => organisation.call(`POST /lead-sources/${body.id}/renew-token`)),
      ...Array.from({ length: 4 }, (_, i) => change(body.id, i + 1, { name: `Site ${i}` })),
    ]);
    const [last] = await organisation.database.admin.query<{ data: { leadSource: object } }[]>(
      `SELECT data FROM organisation.event WHERE subject = $1 ORDER BY transaction_id DESC, position DESC LIMIT 1`,
      [body.id],
    );
    const now = (await organisation.call(`GET /lead-sources/${body.id}`)).body;
    expect(now).toMatchObject(last!.data.leadSource);
  });

  it('are deleted, and that is told', async () => {
    const { body } = await add();
    expect((await organisation.call(`DELETE /lead-sources/${body.id}`)).status).toBe(204);
    expect((await organisation.call(`GET /lead-sources/${body.id}`)).status).toBe(404);
    expect((await organisation.call(`DELETE /lead-sources/${body.id}`)).status).toBe(404);
    expect((await told(body.id)).map(({ type }) => type)).toEqual(['leadSource.saved', 'leadSource.deleted']);
  });

  it('of other points of sale do not exist, and are for who may manage them (S2.12)', async () => {
    const [here, there] = [(await add()).body, (await add({ pointOfSaleId: alpes })).body];
    const marketing = person('MARKETING', [port]);
    const list = await organisation.call('GET /lead-sources?limit=200&active=true', { as: marketing });
    const ids = list.body.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(here.id);
    expect(ids).not.toContain(there.id);
    expect((await change(there.id, 1, { name: 'X' }, marketing)).status).toBe(404);
    expect((await change(here.id, 1, { pointOfSaleId: alpes }, marketing)).status).toBe(422);
    expect((await change(here.id, 1, { name: 'Du port' }, marketing)).status).toBe(200);
    for (const route of [
      `GET /lead-sources/${there.id}`,
      `DELETE /lead-sources/${there.id}`,
      `POST /lead-sources/${there.id}/renew-token`,
    ]) {
      expect([route, (await organisation.call(route, { as: marketing })).status]).toEqual([route, 404]);
    }
    expect((await add({ pointOfSaleId: alpes }, { as: marketing })).body.code).toBe('UNKNOWN_POINT_OF_SALE');
    expect((await add({}, { as: person('SALESPERSON', [port]) })).status).toBe(403);
    expect((await organisation.call('GET /lead-sources', { as: person('MANAGER', [port]) })).status).toBe(
      403,
    );
  });
});
