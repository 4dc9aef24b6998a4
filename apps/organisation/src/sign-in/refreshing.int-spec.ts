import { decodeJwt } from 'jose';
import {
  GATEWAY,
  person,
  startOrganisation,
  type Answer,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

const PASSWORD = 'Relance-demo-2026';
let organisation: OrganisationUnderTest;
let port: string;

beforeAll(async () => {
  organisation = await startOrganisation();
  const body = { name: 'Garage du Port', timeZone: 'Europe/Paris' };
  port = (await organisation.call('POST /points-of-sale', { body })).body.id;
});
afterAll(() => organisation?.close());

let people = 0;
async function someone(values: object = {}) {
  const body = {
    name: 'Zoé Martin',
    email: `zoe.${++people}@relance.example`,
    password: PASSWORD,
    role: 'SALESPERSON',
    pointsOfSale: [{ id: port, leadTypes: ['VN'] }],
    ...values,
  };
  return (await organisation.call('POST /users', { body })).body as {
    id: string;
    email: string;
    name: string;
  };
}

const login = (email: string, password = PASSWORD, address = '192.0.2.1') =>
  organisation.call('POST /auth/login', {
    as: GATEWAY,
    body: { email, password },
    headers: { 'x-forwarded-for': address },
  });
const cookieOf = (answer: Answer) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const refresh = (cookie: string) =>
  organisation.call('POST /auth/refresh', { as: GATEWAY, headers: cookie ? { cookie } : {} });

describe('refreshing', () => {
  it('goes on with the session and changes the cookie each time', async () => {
    const user = await someone();
    const first = await login(user.email);
    const second = await refresh(cookieOf(first));
    const third = await refresh(cookieOf(second));
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(third.body.user).toEqual(first.body.user);
    expect(new Set([first, second, third].map(cookieOf)).size).toBe(3);
    const sessions = [first, second, third].map(({ body }) => decodeJwt(body.accessToken)['sid']);
    expect(new Set(sessions).size).toBe(1);
  });

  it('ends the whole family when an old cookie is used again', async () => {
    const user = await someone();
    const other = await login(user.email);
    const first = await login(user.email);
    const second = await refresh(cookieOf(first));
    await untilGraceIsOver();
    const reused = await refresh(cookieOf(first));
    expect([reused.status, reused.body.code]).toEqual([401, 'SESSION_ENDED']);
    expect(reused.headers.get('set-cookie')).toMatch(/^relance_refresh=; .*Expires=Thu, 01 Jan 1970/);
    expect((await refresh(cookieOf(second))).status).toBe(401);
    expect((await refresh(cookieOf(other))).status).toBe(200);
  });

  it('answers two tabs that ask at the very same instant, and gives both the same new cookie', async () => {
    const user = await someone();
    const cookie = cookieOf(await login(user.email));
    const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [first, second] = answers.map(cookieOf);
    expect(first).toBe(second);
    expect(first).toMatch(/^relance_refresh=[\w-]{43}$/);
    await untilGraceIsOver();
    expect((await refresh(first!)).status).toBe(200);
  });

  it('takes a cookie just replaced once more, without giving the next one back once that was used', async () => {
    const user = await someone();
    const old = cookieOf(await login(user.email));
    const next = cookieOf(await refresh(old));
    expect(cookieOf(await refresh(old))).toBe(next);
    const last = cookieOf(await refresh(next));
    const late = await refresh(old);
    expect([late.status, late.headers.get('set-cookie')]).toEqual([200, null]);
    await untilGraceIsOver();
    expect((await refresh(last)).status).toBe(200);
    expect((await refresh(old)).status).toBe(401);
  });

  it('ends the family within the grace of a thief, who shares the next cookie with its owner', async () => {
    const user = await someone();
    const cookie = cookieOf(await login(user.email));
    const shared = cookieOf(await refresh(cookie));
    expect(cookieOf(await refresh(cookie))).toBe(shared);
    const owner = await refresh(shared);
    await untilGraceIsOver();
    expect((await refresh(shared)).status).toBe(401);
    expect((await refresh(cookieOf(owner))).status).toBe(401);
  });

  it('is for pages of this very site, as is signing out: another one changes nothing', async () => {
    let cookie = cookieOf(await login((await someone()).email));
    const send = (action: string, site: string) =>
      organisation.call(`POST /auth/${action}`, {
        ...{ as: GATEWAY, headers: { cookie, 'sec-fetch-site': site } },
      });
    for (const site of ['cross-site', 'same-site', 'strange']) {
      for (const action of ['refresh', 'logout']) expect((await send(action, site)).status).toBe(403);
    }
    for (const site of ['same-origin', 'none']) {
      const refreshed = await send('refresh', site);
      expect(refreshed.status).toBe(200);
      cookie = cookieOf(refreshed);
    }
    expect((await send('logout', 'same-origin')).status).toBe(204);
  });

  it('is over without cookie, with an unknown one, after its time, after sign-out', async () => {
    expect((await refresh('')).status).toBe(401);
    expect((await refresh('relance_refresh=unknown')).status).toBe(401);
    const user = await someone();
    const cookie = cookieOf(await login(user.email));
    const out = await organisation.call('POST /auth/logout', { as: GATEWAY, headers: { cookie } });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('relance_refresh=;');
    expect((await refresh(cookie)).status).toBe(401);
    expect((await organisation.call('POST /auth/logout', { as: GATEWAY })).status).toBe(204);
    const late = cookieOf(await login(user.email));
    await organisation.database.admin.query(
      `UPDATE organisation.session SET expires_at = now() WHERE user_id = $1`,
      [user.id],
    );
    expect((await refresh(late)).status).toBe(401);
  });

  it.each([
    ['is not active any more', { active: false }],
    ['has a new password', { password: 'a new password' }],
    ['has another role', { role: 'MANAGER' }],
  ])('is over when the user %s', async (_, body) => {
    const user = await someone();
    const cookie = cookieOf(await login(user.email));
    const headers = { 'if-match': '"1"' };
    expect((await organisation.call(`PATCH /users/${user.id}`, { body, headers })).status).toBe(200);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('answers who is signed in, as long as the account is active', async () => {
    const user = await someone();
    const as = person('SALESPERSON', [port], user.id);
    const me = await organisation.call('GET /me', { as });
    expect([me.status, me.body]).toEqual([200, (await login(user.email)).body.user]);
    expect((await organisation.call('GET /me', { as: person('SALESPERSON', []) })).status).toBe(401);
    expect((await organisation.call('GET /me', { as: GATEWAY })).status).toBe(403);
  });
});

/** Ten seconds pass for every refresh token that was used. */
async function untilGraceIsOver(): Promise<void> {
  await organisation.database.admin.query(
    `UPDATE organisation.refresh_token SET used_at = used_at - interval '10 seconds'`,
  );
}
