import { DEFAULT_PERMISSIONS } from '@relance/contracts-organisation';
import { decodeJwt, jwtVerify } from 'jose';
import {
  ACCESS_TOKEN_SECRET,
  ADMIN,
  GATEWAY,
  startOrganisation,
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

describe('signing in', () => {
  it('answers a token, the user and a cookie no script can read', async () => {
    const user = await someone();
    const before = Date.now();
    const answer = await login(user.email.toUpperCase());
    expect(answer.status).toBe(200);
    expect(answer.body.user).toEqual({
      id: user.id,
      name: 'Zoé Martin',
      email: user.email,
      role: 'SALESPERSON',
      pointsOfSale: [{ id: port, name: 'Garage du Port' }],
      permissions: DEFAULT_PERMISSIONS.SALESPERSON,
    });
    const lifetime = Date.parse(answer.body.expiresAt) - before;
    expect(lifetime).toBeGreaterThan(14 * 60_000);
    expect(lifetime).toBeLessThanOrEqual(15 * 60_000 + 5_000);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^relance_refresh=[\w-]{43}; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict; Expires=/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { payload } = await jwtVerify(
      answer.body.accessToken,
      new TextEncoder().encode(ACCESS_TOKEN_SECRET),
      { issuer: 'relance-organisation', audience: 'relance', algorithms: ['HS256'] },
    );
    expect(payload).toMatchObject({ sub: user.id, name: user.name, role: 'SALESPERSON', pos: [port] });
    expect(payload['sid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives Admin all points of sale', async () => {
    const admin = await someone({ role: 'ADMIN', pointsOfSale: [] });
    const { body } = await login(admin.email);
    expect(decodeJwt(body.accessToken)['pos']).toBe('ALL');
    expect(body.user.pointsOfSale).toEqual([{ id: port, name: 'Garage du Port' }]);
  });

  it('answers an unknown address, an inactive user and a wrong password alike, after the same work', async () => {
    const user = await someone();
    const inactive = await someone();
    const headers = { 'if-match': '"1"' };
    await organisation.call(`PATCH /users/${inactive.id}`, { body: { active: false }, headers });
    await login('warm.up@relance.example');
    const tries = {
      wrong: [user.email, 'wrong password'],
      unknown: ['nobody@relance.example', PASSWORD],
    } as const;
    const times = { wrong: [] as number[], unknown: [] as number[] };
    const answers = [await login(inactive.email)];
    for (let i = 0; i < 9; i++) {
      for (const kind of ['wrong', 'unknown'] as const) {
        const start = performance.now();
        const [email, password] = tries[kind];
        answers.push(await login(email, password, `192.0.2.${100 + i}`));
        times[kind].push(performance.now() - start);
      }
    }
    const median = (values: number[]) => values.sort((x, y) => x - y)[4]!;
    const ratio = median(times.unknown) / median(times.wrong);
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect([answers[0]!.status, answers[0]!.body.code]).toEqual([401, 'INVALID_CREDENTIALS']);
    // Without the dummy hash an unknown address answers in a tenth of the time.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it.each([
    ['somebody has', async () => (await someone()).email],
    ['nobody has', () => Promise.resolve(`nobody.${++people}@relance.example`)],
  ])('is refused for longer and longer after failures for an address that %s', async (_, address) => {
    const email = await address();
    for (let i = 0; i < 5; i++) expect((await login(email, 'wrong password')).status).toBe(401);
    const delays: number[] = [];
    for (let i = 0; i < 8; i++) {
      const refused = await login(email.toUpperCase());
      expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
      delays.push(Number(refused.headers.get('retry-after')));
      expect((await login(email, PASSWORD, '192.0.2.2, 192.0.2.1')).status).toBe(429);
      await untilUnblocked();
      expect((await login(email, 'wrong password')).status).toBe(401);
    }
    for (const [i, seconds] of [30, 60, 120, 240, 480, 900, 900, 900].entries()) {
      expect(delays[i]).toBeGreaterThan(seconds - 5);
      expect(delays[i]).toBeLessThanOrEqual(seconds);
    }
  });

  it('is possible meanwhile from another place, and forgets the failures with a success', async () => {
    const user = await someone();
    for (let i = 0; i < 5; i++) await login(user.email, 'wrong password');
    expect((await login(user.email)).status).toBe(429);
    expect((await login(user.email, PASSWORD, '192.0.2.2')).status).toBe(200);
    await untilUnblocked();
    expect((await login(user.email)).status).toBe(200);
    for (let i = 0; i < 4; i++) expect((await login(user.email, 'wrong password')).status).toBe(401);
    expect((await login(user.email)).status).toBe(200);
  });

  it.each([
    ['somebody has', async () => (await someone()).email],
    ['nobody has', () => Promise.resolve(`nobody.${++people}@relance.example`)],
  ])(
    'is refused from everywhere after failures from many places for an address that %s',
    async (_, address) => {
      const email = await address();
      for (let i = 0; i < 30; i++) {
        expect((await login(email, 'wrong password', `198.51.100.${i}`)).status).toBe(401);
      }
      const refused = await login(email, PASSWORD, '198.51.100.99');
      expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    },
  );

  it('is possible all the same where the account has signed in before, and stays refused elsewhere', async () => {
    const user = await someone();
    expect((await login(user.email, PASSWORD, '2001:db8:1:1::1')).status).toBe(200);
    for (let i = 0; i < 30; i++) await login(user.email, 'wrong password', `198.51.100.${100 + i}`);
    for (let i = 0; i < 2; i++) {
      expect((await login(user.email, PASSWORD, '198.51.100.99')).status).toBe(429);
      expect((await login(user.email.toUpperCase(), PASSWORD, '2001:db8:1:1::2')).status).toBe(200);
    }
    for (let i = 0; i < 5; i++) await login(user.email, 'wrong password', '2001:db8:1:1::3');
    expect((await login(user.email, PASSWORD, '2001:db8:1:1::1')).status).toBe(429);
  });

  it('is refused at an address after failures for many accounts, but to who has signed in there', async () => {
    const [regular, other] = [await someone(), await someone()];
    const here = '192.0.2.77';
    expect((await login(regular.email, PASSWORD, here)).status).toBe(200);
    for (let i = 0; i < 50; i++) await login(`guess.${i}@relance.example`, PASSWORD, `::ffff:${here}`);
    const refused = await login(other.email, PASSWORD, here);
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await login(regular.email, PASSWORD, here)).status).toBe(200);
    expect((await login(other.email, PASSWORD, here)).status).toBe(429);
    expect((await login(other.email, PASSWORD, '192.0.2.78')).status).toBe(200);
  });

  it('believes no success among guesses sent all at once once some of them have failed', async () => {
    const user = await someone();
    const guesses = Array.from({ length: 20 }, () => login(user.email, 'wrong password', '192.0.2.9'));
    const answers = await Promise.all(guesses);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
    expect((await login(user.email, PASSWORD, '192.0.2.9')).status).toBe(429);
  });

  it('is for the gateway, and refuses malformed credentials', async () => {
    const body = { email: 'x@relance.example', password: PASSWORD };
    expect((await organisation.call('POST /auth/login', { as: ADMIN, body })).status).toBe(403);
    expect((await organisation.call('POST /auth/login', { as: null, body })).status).toBe(401);
    expect((await login('nobody')).status).toBe(400);
  });
});

/** The delays of all failures pass. */
async function untilUnblocked(): Promise<void> {
  await organisation.database.admin.query(
    `UPDATE organisation.sign_in_attempt SET blocked_until = now() - interval '1 second'`,
  );
}
