import { decodeJwt } from 'jose';
import {
  ADMIN,
  GATEWAY,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

const PASSWORD = 'une phrase assez longue';
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

const rules = async () => (await organisation.call('GET /internal/access', { as: GATEWAY })).body;
let people = 0;
async function hire() {
  const email = `person.${++people}@relance.example`;
  const pointsOfSale = [{ id: port, leadTypes: ['VN'] }];
  const values = { name: 'Zoé', email, password: PASSWORD, role: 'SALESPERSON', pointsOfSale };
  const { body } = await organisation.call('POST /users', { body: values });
  return { id: body.id as string, email };
}
async function signIn(email: string, password = PASSWORD) {
  const { body, headers } = await organisation.call('POST /auth/login', {
    ...{ as: GATEWAY, body: { email, password } },
  });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  return { claims: decodeJwt(body.accessToken) as { gen: number; sid: string }, cookie, user: body.user };
}
/** Whether the gateway, which knows the rules, would refuse a token with these claims. */
async function isVoid(userId: string, { gen, sid }: { gen: number; sid: string }) {
  const { users, sessions } = (await rules()).voidTokens;
  const known = users.find(({ id }: { id: string }) => id === userId);
  return gen < (known?.generation ?? 0) || sessions.includes(sid);
}

describe('the rules the gateway keeps', () => {
  it('are told to services alone', async () => {
    expect((await organisation.call('GET /internal/access', { as: ADMIN })).status).toBe(403);
    expect((await organisation.call('GET /internal/access', { as: null })).status).toBe(401);
  });

  it('say what each role may, and so do signing in and /me', async () => {
    const { id, email } = await hire();
    await organisation.call('PUT /roles/SALESPERSON/permissions', {
      body: { permissions: ['lead.read'] },
      headers: { 'if-match': '"0"' },
    });
    const { roles } = await rules();
    expect(roles).toContainEqual({ role: 'SALESPERSON', permissions: ['lead.read'] });
    expect(roles).toHaveLength(5);
    expect((await signIn(email)).user.permissions).toEqual(['lead.read']);
    const me = await organisation.call('GET /me', { as: person('SALESPERSON', [port], id) });
    expect(me.body.permissions).toEqual(['lead.read']);
  });

  it.each<[string, object, boolean]>([
    ['another role', { role: 'MANAGER' }, true],
    ['other points of sale', { pointsOfSale: [] }, true],
    ['the end of the account', { active: false }, true],
    ['another password', { password: 'une autre phrase assez longue' }, true],
    ['another name', { name: 'Zoé Martin' }, false],
    ['other lead types at the same place', { pointsOfSale: 'SAME' }, false],
  ])('%s: whether the tokens a person holds are void then', async (_what, change, expected) => {
    const { id, email } = await hire();
    const { claims } = await signIn(email);
    const body = 'pointsOfSale' in change && change.pointsOfSale === 'SAME' ? sameplace() : change;
    expect(await isVoid(id, claims)).toBe(false);
    const changed = await organisation.call(`PATCH /users/${id}`, { body, headers: { 'if-match': '"1"' } });
    expect([changed.status, await isVoid(id, claims)]).toEqual([200, expected]);
  });
  const sameplace = () => ({ pointsOfSale: [{ id: port, leadTypes: ['VO', 'APV'] }] });

  it('let a token pass that was made after the change', async () => {
    const { id, email } = await hire();
    const before = await signIn(email);
    const pointsOfSale = [{ id: alpes, leadTypes: [] }];
    await organisation.call(`PATCH /users/${id}`, { body: { pointsOfSale }, headers: { 'if-match': '"1"' } });
    const refreshed = await organisation.call('POST /auth/refresh', {
      ...{ as: GATEWAY, headers: { cookie: before.cookie } },
    });
    expect(refreshed.status).toBe(200);
    const claims = decodeJwt(refreshed.body.accessToken) as { gen: number; sid: string; pos: string[] };
    expect(claims.pos).toEqual([alpes]);
    expect([await isVoid(id, before.claims), await isVoid(id, claims)]).toEqual([true, false]);
  });

  it('make the token of a session void that was signed out, and no other one', async () => {
    const { id, email } = await hire();
    const [office, phone] = [await signIn(email), await signIn(email)];
    await organisation.call('POST /auth/logout', { as: GATEWAY, headers: { cookie: office.cookie } });
    expect([await isVoid(id, office.claims), await isVoid(id, phone.claims)]).toEqual([true, false]);
  });

  it('forget who was made void longer ago than a token lives', async () => {
    await organisation.database.admin.query(
      `UPDATE organisation.user_account SET tokens_voided_at = now() - interval '21 minutes';
       UPDATE organisation.session SET ended_at = now() - interval '21 minutes' WHERE ended_at IS NOT NULL`,
    );
    expect((await rules()).voidTokens).toEqual({ users: [], sessions: [] });
  });
});
