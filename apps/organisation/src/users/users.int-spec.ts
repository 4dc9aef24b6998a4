import type { Principal } from '@relance/service-token';
import { v7 as uuidv7 } from 'uuid';
import {
  ADMIN,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

let organisation: OrganisationUnderTest;
let port: string;
let alpes: string;

beforeAll(async () => {
  organisation = await startOrganisation();
  const site = async (name: string) =>
    (await organisation.call('POST /points-of-sale', { body: { name, timeZone: 'Europe/Paris' } })).body.id;
  port = await site('Garage du Port');
  alpes = await site('Concession des Alpes');
});
afterAll(() => organisation?.close());

let people = 0;
const newUser = (values: object = {}) => ({
  name: 'Zoé Martin',
  email: `person.${++people}@relance.example`,
  password: 'Relance-demo-2026',
  role: 'SALESPERSON',
  pointsOfSale: [{ id: port, leadTypes: ['VN', 'VO'] }],
  ...values,
});
const add = (values: object = {}, headers = {}) =>
  organisation.call('POST /users', { body: newUser(values), headers });
const change = (id: string, version: number, body: object) =>
  organisation.call(`PATCH /users/${id}`, { body, headers: { 'if-match': `"${version}"` } });

describe('users', () => {
  it('are added with their points of sale and lead types (S1.5), and never show a password', async () => {
    const { status, headers, body } = await add();
    expect([status, headers.get('etag')]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      role: 'SALESPERSON',
      active: true,
      pointsOfSale: [{ id: port, name: 'Garage du Port', leadTypes: ['VN', 'VO'] }],
    });
    expect(JSON.stringify(body)).not.toMatch(/password|argon2/i);
    const [event] = await organisation.database.admin.query<{ type: string; data: object }[]>(
      'SELECT type, data FROM organisation.event WHERE subject = $1',
      [body.id],
    );
    expect(event).toEqual({
      type: 'user.saved',
      data: {
        user: {
          id: body.id,
          name: 'Zoé Martin',
          email: body.email,
          role: 'SALESPERSON',
          active: true,
          pointsOfSale: [{ id: port, leadTypes: ['VN', 'VO'] }],
        },
      },
    });
    const [row] = await organisation.database.admin.query<{ password_hash: string }[]>(
      'SELECT password_hash FROM organisation.user_account WHERE id = $1',
      [body.id],
    );
    expect(row!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('have an e-mail of their own, whatever its case, also at the same instant', async () => {
    await add({ email: 'double@relance.example' });
    const answer = await add({ email: 'Double@Relance.Example' });
    expect([answer.status, answer.body.code]).toEqual([409, 'EMAIL_TAKEN']);
    const answers = await Promise.all([1, 2, 3].map(() => add({ email: 'race@relance.example' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    ['a short password', { password: 'neuf-cars' }, 'password'],
    ['a password beyond 128 characters', { password: 'x'.repeat(129) }, 'password'],
    ['no e-mail', { email: 'zoe' }, 'email'],
    ['an unknown role', { role: 'OWNER' }, 'role'],
    [
      'an unknown lead type',
      { pointsOfSale: [{ id: uuidv7(), leadTypes: ['X'] }] },
      'pointsOfSale.0.leadTypes.0',
    ],
  ])('refuses %s', async (_, values, path) => {
    const answer = await add(values);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('refuses a point of sale that does not exist, and adds nobody', async () => {
    const answer = await add({
      email: 'nobody@relance.example',
      pointsOfSale: [
        { id: port, leadTypes: [] },
        { id: uuidv7(), leadTypes: ['VN'] },
      ],
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'UNKNOWN_POINT_OF_SALE']);
    expect(answer.body.errors[0].path).toBe('pointsOfSale.1.id');
    expect((await add({ email: 'nobody@relance.example' })).status).toBe(201);
  });

  it('are added once for an Idempotency-Key, and the key remembers no password', async () => {
    const body = newUser();
    const headers = { 'idempotency-key': 'one-user' };
    const send = (values: object) => organisation.call('POST /users', { body: values, headers });
    const answers = [await send(body), ...(await Promise.all([send(body), send(body)]))];
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    const other = await send({ ...body, password: 'another password' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const kept = await organisation.database.admin.query('SELECT * FROM organisation.idempotency_key');
    expect(JSON.stringify(kept)).not.toContain(body.password);
  });

  it('change what is named and keep the rest; 412 when stale, 428 without If-Match', async () => {
    const { body } = await add();
    const pointsOfSale = [
      { id: alpes, leadTypes: ['VN'] },
      { id: alpes.toUpperCase(), leadTypes: ['VD', 'VN'] },
    ];
    const changed = await change(body.id, 1, { role: 'MANAGER', pointsOfSale });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({
      name: 'Zoé Martin',
      role: 'MANAGER',
      pointsOfSale: [{ id: alpes, leadTypes: ['VN', 'VD'] }],
    });
    expect((await change(body.id, 1, { name: 'Trop tard' })).status).toBe(412);
    expect((await organisation.call(`PATCH /users/${body.id}`, { body: { name: 'X' } })).status).toBe(428);
    expect((await change(body.id, 2, {})).status).toBe(400);
    expect((await change(uuidv7(), 1, { name: 'X' })).status).toBe(404);
  });

  it('can have every value changed, the e-mail address as long as it is free', async () => {
    const [zoe, adam] = [(await add()).body, (await add()).body];
    const email = `autre.${zoe.id}@relance.example`;
    const values = { name: 'Zoé Durand', email, role: 'MANAGER', active: false };
    const changed = await change(zoe.id, 1, { ...values, pointsOfSale: [{ id: alpes, leadTypes: ['VO'] }] });
    expect(changed.body).toMatchObject({
      ...values,
      pointsOfSale: [{ id: alpes, name: 'Concession des Alpes', leadTypes: ['VO'] }],
    });
    const taken = await change(adam.id, 1, { name: 'Adam', email: email.toUpperCase() });
    expect([taken.status, taken.body.code]).toEqual([409, 'EMAIL_TAKEN']);
    expect((await organisation.call(`GET /users/${adam.id}`)).body).toEqual(adam);
    expect((await change(zoe.id, 2, { email: email.toUpperCase() })).status).toBe(200);
  });

  it('are found by parts of name and address whatever case and accents, by role, by being active', async () => {
    const { id } = (await add({ name: 'Anaëlle Çelik', email: 'a.celik+50%@relance.example' })).body;
    const away = (await add({ name: 'Anaelle Martin', role: 'MARKETING', pointsOfSale: [] })).body;
    await change(away.id, 1, { active: false });
    const found = async (query: string) =>
      (await organisation.call(`GET /users?${query}`)).body.items.map((user: { id: string }) => user.id);
    expect(await found('q=ANAELLE%20c')).toEqual([id]);
    expect(await found('q=%C3%A7elik')).toEqual([id]);
    expect(await found('q=50%25')).toEqual([id]);
    expect(await found('q=50_')).toEqual([]);
    expect((await found('q=anaelle')).sort()).toEqual([id, away.id].sort());
    expect(await found('q=anaelle&role=MARKETING')).toEqual([away.id]);
    expect(await found('q=anaelle&active=true')).toEqual([id]);
    expect(await found(`q=anaelle&pointOfSaleId=${alpes}`)).toEqual([]);
    expect((await organisation.call('GET /users?role=OWNER')).status).toBe(400);
  });

  it('do not change their own password there, Admin neither: that asks for the one they have', async () => {
    const admin = (await add({ role: 'ADMIN', pointsOfSale: [] })).body;
    const as = person('ADMIN', 'ALL', admin.id);
    const headers = { 'if-match': '"1"' };
    const route = `PATCH /users/${admin.id}`;
    const refused = await organisation.call(route, { as, headers, body: { password: 'Relance-demo-2027' } });
    expect([refused.status, refused.body.code]).toEqual([403, 'OWN_ACCOUNT']);
    expect((await organisation.call(route, { as, headers, body: { name: 'Moi' } })).status).toBe(200);
  });

  it('keep one active Admin, also when two of them step down at the same instant', async () => {
    await organisation.database.admin.query(`DELETE FROM organisation.user_account WHERE role = 'ADMIN'`);
    const admins = await Promise.all(
      [1, 2].map(async () => (await add({ role: 'ADMIN', pointsOfSale: [] })).body),
    );
    const answers = await Promise.all([
      change(admins[0].id, 1, { role: 'MANAGER' }),
      change(admins[1].id, 1, { active: false }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('LAST_ADMIN');
  });

  it('keep one Admin who can sign in: one who was invited and has chosen no password is none', async () => {
    await organisation.database.admin.query(`DELETE FROM organisation.user_account WHERE role = 'ADMIN'`);
    const admin = (await add({ role: 'ADMIN', pointsOfSale: [] })).body;
    const invited = (await add({ role: 'ADMIN', pointsOfSale: [], password: undefined })).body;
    const refused = await change(admin.id, 1, { role: 'MANAGER' });
    expect([refused.status, refused.body.code]).toEqual([409, 'LAST_ADMIN']);
    expect((await change(invited.id, 1, { active: false })).status).toBe(200);
  });

  it('are seen by Admin, by themselves and by those who share a point of sale, who learn of no other one', async () => {
    const both = [
      { id: port, leadTypes: ['VN'] },
      { id: alpes, leadTypes: ['VN'] },
    ];
    const shared = (await add({ pointsOfSale: both })).body;
    const away = (await add({ pointsOfSale: [{ id: alpes, leadTypes: [] }] })).body;
    const me = (await add({ pointsOfSale: [] })).body;
    const seller = person('SALESPERSON', [port], me.id);

    const seen = await organisation.call(`GET /users/${shared.id}`, { as: seller });
    expect(seen.body.pointsOfSale).toEqual([{ id: port, name: 'Garage du Port', leadTypes: ['VN'] }]);
    expect((await organisation.call(`GET /users/${away.id}`, { as: seller })).status).toBe(404);
    expect((await organisation.call(`GET /users/${me.id}`, { as: seller })).status).toBe(200);
    expect((await organisation.call(`GET /users/${away.id}`)).status).toBe(200);

    const ids = async (query: string, as = seller) => {
      const { body } = await organisation.call(`GET /users?limit=200${query}`, { as });
      expect(body.total).toBe(body.items.length);
      return body.items.map((user: { id: string }) => user.id) as string[];
    };
    expect(await ids('')).toEqual(expect.arrayContaining([shared.id, me.id]));
    expect(await ids('')).not.toContain(away.id);
    expect(await ids(`&pointOfSaleId=${alpes}`)).toEqual([]);
    expect(await ids(`&pointOfSaleId=${alpes}`, ADMIN)).toEqual(expect.arrayContaining([shared.id, away.id]));
    expect(await ids('&active=false')).toEqual([]);
    const refused = await organisation.call('POST /users', { as: seller, body: newUser() });
    expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('can be followed by another service from the beginning, in the order of their changes', async () => {
    const { body } = await add();
    await change(body.id, 1, { name: 'Zoé Durand' });
    const leads: Principal = { kind: 'service', service: 'leads' };
    const read = () => organisation.call('GET /internal/events?after=0-0&limit=1000', { as: leads });
    let feed = await read();
    // A transaction of any database on the server, such as another spec's, holds the newest events back.
    while (!feed.body.settled) feed = await read();
    const names = feed.body.events
      .filter(({ subject }: { subject: string }) => subject === body.id)
      .map(({ type, data }: { type: string; data: { user: { name: string } } }) => [type, data.user.name]);
    expect(names).toEqual([
      ['user.saved', 'Zoé Martin'],
      ['user.saved', 'Zoé Durand'],
    ]);
    expect((await organisation.call('GET /internal/events')).status).toBe(403);
  });
});
