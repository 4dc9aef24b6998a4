import { Api } from '../client/api';
import {
  ADMIN_EMAIL,
  DEMO_PASSWORD,
  openDealership,
  signInAsAdmin,
  type Dealership,
} from '../client/dealership';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

let system: Relance;
let anybody: Api;
let garage: Dealership;

beforeAll(async () => {
  system = await sharedSystem();
  anybody = new Api(system.run.gatewayUrl);
  garage = await openDealership(system, await signInAsAdmin(system));
});

describe('signing in', () => {
  it('answers with an access token, its end, the person, and a refresh cookie that scripts cannot read', async () => {
    const answer = await anybody.call('POST /auth/login', {
      body: { email: garage.seller.email, password: 'une phrase assez longue' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      accessToken: expect.any(String),
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      user: {
        id: garage.seller.id,
        name: garage.seller.name,
        email: garage.seller.email,
        role: 'SALESPERSON',
        pointsOfSale: [{ id: garage.id, name: garage.name }],
        permissions: expect.arrayContaining(['lead.read', 'lead.take']),
      },
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  it('goes on with the refresh cookie, and ends with the sign-out', async () => {
    const first = await anybody.ok('POST /auth/login', {
      body: { email: garage.manager.email, password: 'une phrase assez longue' },
    });
    const cookieOf = (setCookie: string | null) => setCookie!.split(';')[0]!;
    const refreshed = await anybody.ok('POST /auth/refresh', {
      headers: { cookie: cookieOf(first.headers.get('set-cookie')) },
    });
    expect(refreshed.body.user.id).toBe(garage.manager.id);
    const cookie = cookieOf(refreshed.headers.get('set-cookie'));
    expect((await anybody.call('POST /auth/logout', { headers: { cookie } })).status).toBe(204);
    expect(await anybody.call('POST /auth/refresh', { headers: { cookie } })).toMatchObject({
      status: 401,
      body: { code: 'SESSION_ENDED' },
    });
  });

  it('says the same of an unknown address and of a wrong password', async () => {
    const wrong = await anybody.call('POST /auth/login', {
      body: { email: garage.seller.email, password: 'not the password' },
    });
    const unknown = await anybody.call('POST /auth/login', {
      body: { email: 'nobody@e2e.relance.example', password: 'not the password' },
    });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'INVALID_CREDENTIALS' } });
    expect(unknown.body).toEqual(wrong.body);
  });

  it('lets the Admin of the demo data in, who sees every point of sale', async () => {
    const admin = await Api.signIn(system.run.gatewayUrl, ADMIN_EMAIL, DEMO_PASSWORD);
    const me = await admin.ok('GET /me');
    expect(me.body).toMatchObject({ email: ADMIN_EMAIL, role: 'ADMIN' });
    const ids = me.body.pointsOfSale.map(({ id }: { id: string }) => id);
    expect(ids).toContain(garage.id);
    expect(ids.length).toBeGreaterThan(3);
  });

  it('is asked of everybody who calls the API without credentials, or with bad ones', async () => {
    for (const api of [
      anybody,
      new Api(system.run.gatewayUrl, { authorization: 'Bearer nothing' }),
      Api.withKey(system.run.gatewayUrl, 'rlk_nothing'),
    ]) {
      expect(await api.call('GET /leads')).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    }
  });
});
