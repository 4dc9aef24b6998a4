import { v7 as uuidv7 } from 'uuid';
import { hashApiKey } from '../api-keys/api-key-secret';
import {
  ADMIN,
  GATEWAY,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

let organisation: OrganisationUnderTest;
beforeAll(async () => {
  organisation = await startOrganisation();
});
afterAll(() => organisation?.close());

const add = async (body: object, headers = {}) =>
  organisation.call('POST /points-of-sale', { body: { timeZone: 'Europe/Paris', ...body }, headers });

const events = () =>
  organisation.database.admin.query<{ type: string; subject: string; data: object; actor: object }[]>(
    'SELECT type, subject, data, actor FROM organisation.event ORDER BY position',
  );

describe('points of sale', () => {
  it('are added with defaults, and told with the row in one event', async () => {
    const answer = await add({ name: '  Garage du Port ' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toMatchObject({
      name: 'Garage du Port',
      timeZone: 'Europe/Paris',
      country: 'FR',
      brands: [],
      tradeAttributes: ['VN', 'VO', 'APV', 'VD'],
      departments: [],
      active: true,
    });
    const told = (await events()).filter(({ subject }) => subject === answer.body.id);
    expect(told).toEqual([
      {
        type: 'pointOfSale.saved',
        subject: answer.body.id,
        actor: { kind: 'user', id: ADMIN.userId },
        data: {
          pointOfSale: {
            id: answer.body.id,
            name: 'Garage du Port',
            timeZone: 'Europe/Paris',
            country: 'FR',
            active: true,
          },
        },
      },
    ]);
  });

  it.each([
    ['an unknown zone', { name: 'A', timeZone: 'Europe/Lutèce' }, 'timeZone'],
    ['an offset as zone', { name: 'A', timeZone: '+01:00' }, 'timeZone'],
    ['no name', { name: '   ' }, 'name'],
    ['a NUL character', { name: 'A\u0000' }, 'name'],
    ['an unknown trade attribute', { name: 'A', tradeAttributes: ['VX'] }, 'tradeAttributes.0'],
    ['a country that is no code', { name: 'A', country: 'France' }, 'country'],
    ['a department without a name', { name: 'A', departments: ['Atelier', ' '] }, 'departments.1'],
    ['something unknown', { name: 'A', colour: 'red' }, ''],
  ])('refuses %s', async (_, body, path) => {
    const answer = await add(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.code).toBe('VALIDATION_FAILED');
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('gives the first answer again for an Idempotency-Key, also at the same instant, and 422 for another body', async () => {
    const headers = { 'idempotency-key': 'one-garage' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => add({ name: 'Une seule fois' }, headers)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await events()).filter(({ subject }) => subject === answers[0]!.body.id)).toHaveLength(1);
    const other = await add({ name: 'Autre' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('change with If-Match only: 428 without, 412 when stale and then nothing changes', async () => {
    const { body } = await add({ name: 'Avant' });
    const change = (headers: Record<string, string>, values: object) =>
      organisation.call(`PATCH /points-of-sale/${body.id}`, { body: values, headers });
    expect((await change({}, { name: 'X' })).status).toBe(428);
    const changed = await change({ 'if-match': '"1"' }, { name: 'Après', brands: ['Dacia', 'Dacia'] });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ name: 'Après', brands: ['Dacia'], timeZone: 'Europe/Paris' });
    const stale = await change({ 'if-match': '"1"' }, { name: 'Trop tard' });
    expect([stale.status, stale.body.code]).toEqual([412, 'STALE']);
    expect((await organisation.call(`GET /points-of-sale/${body.id}`)).body.name).toBe('Après');
    expect((await events()).filter(({ subject }) => subject === body.id)).toHaveLength(2);
  });

  it('have departments and an end of use, of which other services learn', async () => {
    const departments = ['Ventes neuves', 'Atelier', 'Ventes neuves'];
    const { body } = await add({ name: 'Ancien garage', departments });
    expect(body.departments).toEqual(['Ventes neuves', 'Atelier']);
    const key = { name: 'Site', purpose: 'LEAD_SOURCE', pointOfSaleId: body.id };
    const { key: secret } = (await organisation.call('POST /api-keys', { body: key })).body;
    const resolve = () =>
      organisation.call('POST /internal/api-keys/resolve', {
        as: GATEWAY,
        body: { keyHash: hashApiKey(secret) },
      });
    expect((await resolve()).status).toBe(200);
    const closed = await organisation.call(`PATCH /points-of-sale/${body.id}`, {
      body: { active: false },
      headers: { 'if-match': '"1"' },
    });
    expect(closed.body).toMatchObject({ active: false, departments: ['Ventes neuves', 'Atelier'] });
    expect((await resolve()).status).toBe(404);
    const told = (await events()).filter(({ subject }) => subject === body.id);
    expect(told.at(-1)!.data).toMatchObject({ pointOfSale: { active: false } });
    const ids = async (query: string) =>
      (await organisation.call(`GET /points-of-sale?limit=200&${query}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('active=false')).toEqual([body.id]);
    expect(await ids('active=true')).not.toContain(body.id);
  });

  it('are edited, not added, by who may within their own', async () => {
    const [mine, other] = [(await add({ name: 'À nous' })).body, (await add({ name: 'À eux' })).body];
    const manager = person('MANAGER', [mine.id]);
    const as = { ...manager, permissions: [...manager.permissions, 'pointOfSale.write' as const] };
    const patch = async (id: string) => {
      const call = { as, body: { brands: ['Dacia'] }, headers: { 'if-match': '"1"' } };
      return (await organisation.call(`PATCH /points-of-sale/${id}`, call)).status;
    };
    expect([await patch(mine.id), await patch(other.id)]).toEqual([200, 404]);
    const body = { name: 'X', timeZone: 'UTC' };
    expect((await organisation.call('POST /points-of-sale', { as, body })).status).toBe(403);
  });

  it('does one of two edits made at the same instant', async () => {
    const { body } = await add({ name: 'Deux mains' });
    const answers = await Promise.all(
      ['A', 'B'].map((name) =>
        organisation.call(`PATCH /points-of-sale/${body.id}`, {
          body: { name },
          headers: { 'if-match': '"1"' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('outside one’s own do not exist, and only Admin writes', async () => {
    const mine = (await add({ name: 'Le mien' })).body;
    const other = (await add({ name: 'Un autre' })).body;
    const manager = person('MANAGER', [mine.id]);
    const list = await organisation.call('GET /points-of-sale', { as: manager });
    expect(list.body).toMatchObject({ total: 1, items: [{ id: mine.id }], nextCursor: null });
    expect((await organisation.call(`GET /points-of-sale/${mine.id}`, { as: manager })).status).toBe(200);
    expect((await organisation.call(`GET /points-of-sale/${other.id}`, { as: manager })).status).toBe(404);
    expect((await organisation.call(`GET /points-of-sale/${uuidv7()}`)).status).toBe(404);
    const body = { name: 'X', timeZone: 'UTC' };
    expect((await organisation.call('POST /points-of-sale', { as: manager, body })).status).toBe(403);
    expect((await organisation.call('POST /points-of-sale', { as: null, body })).status).toBe(401);
  });

  it('are listed page by page in every order, accents beside their letters', async () => {
    for (const name of ['Zénith', 'Étoile', 'etape', 'Atlas']) await add({ name });
    for (const sort of ['name', '-name', 'createdAt', '-createdAt']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: string = new URLSearchParams({
          sort,
          limit: '2',
          ...(cursor ? { cursor } : {}),
        }).toString();
        const { status, body } = await organisation.call(`GET /points-of-sale?${query}`);
        expect(status).toBe(200);
        seen.push(...body.items.map((item: { name: string }) => item.name));
        cursor = body.nextCursor;
        expect(body.total).toBeGreaterThan(4);
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      if (sort === 'name') {
        expect(seen.filter((name) => /^.t/i.test(name))).toEqual(['Atlas', 'etape', 'Étoile']);
      }
    }
  });

  it('refuses a cursor of another order, and one of nobody', async () => {
    const { body } = await organisation.call('GET /points-of-sale?limit=1&sort=name');
    for (const cursor of [body.nextCursor, 'bm9uZQ', '%00']) {
      const answer = await organisation.call(`GET /points-of-sale?sort=-name&cursor=${cursor}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
    }
  });
});
