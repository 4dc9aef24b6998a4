import type { UserPrincipal } from '@relance/service-token';
import { decodeJwt } from 'jose';
import {
  GATEWAY,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

const PASSWORD = 'Relance-demo-2026';
const NEW_PASSWORD = 'une autre phrase assez longue';
let organisation: OrganisationUnderTest;

beforeAll(async () => {
  organisation = await startOrganisation();
});
afterAll(() => organisation?.close());

type SignedIn = { cookie: string; as: UserPrincipal };
let people = 0;
async function hire() {
  const email = `own.${++people}@relance.example`;
  const body = { name: 'Zoé', email, password: PASSWORD, role: 'SALESPERSON' };
  return (await organisation.call('POST /users', { body })).body as { id: string; email: string };
}
const login = (email: string, password = PASSWORD) =>
  organisation.call('POST /auth/login', { as: GATEWAY, body: { email, password } });
async function signIn(user: { id: string; email: string }): Promise<SignedIn> {
  const { headers, body } = await login(user.email);
  const sessionId = decodeJwt(body.accessToken)['sid'] as string;
  const cookie = headers.get('set-cookie')!.split(';')[0]!;
  return { cookie, as: { ...person('SALESPERSON', [], user.id), sessionId } };
}
const refresh = async ({ cookie }: SignedIn) =>
  (await organisation.call('POST /auth/refresh', { as: GATEWAY, headers: { cookie } })).status;
const change = (as: UserPrincipal, currentPassword = PASSWORD, newPassword = NEW_PASSWORD) =>
  organisation.call('PUT /me/password', { as, body: { currentPassword, newPassword } });
const generationOf = async (id: string) => {
  const { body } = await organisation.call('GET /internal/access', { as: GATEWAY });
  return body.voidTokens.users.find((user: { id: string }) => user.id === id)?.generation ?? 0;
};

describe('who changes the own password', () => {
  it('signs in with the new one; the other sessions end, this one goes on by its cookie', async () => {
    const user = await hire();
    const [here, elsewhere] = [await signIn(user), await signIn(user)];
    expect((await change(here.as)).status).toBe(204);
    expect([await refresh(here), await refresh(elsewhere)]).toEqual([200, 401]);
    expect((await login(user.email)).status).toBe(401);
    expect((await login(user.email, NEW_PASSWORD)).status).toBe(200);
    expect(await generationOf(user.id)).toBe(1);
  });

  it('has to know the current one, and may try a few times', async () => {
    const user = await hire();
    const { as } = await signIn(user);
    for (let i = 0; i < 5; i++) {
      const wrong = await change(as, 'not my password');
      expect([wrong.status, wrong.body.code, wrong.body.errors[0].path]).toEqual([
        422,
        'WRONG_PASSWORD',
        'currentPassword',
      ]);
    }
    expect((await change(as)).status).toBe(429);
    expect((await login(user.email)).status).toBe(200);
    expect((await change({ ...as, userId: (await hire()).id })).status).toBe(204);
  });

  it('chooses one of ten characters or more, and is a person with an active account', async () => {
    const user = await hire();
    const { as } = await signIn(user);
    expect((await change(as, PASSWORD, 'neuf-cars')).status).toBe(400);
    expect((await change(person('SALESPERSON', []))).status).toBe(401);
    const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await organisation.call('PUT /me/password', { as: GATEWAY, body })).status).toBe(403);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the person and nobody else’s, with their access tokens', async () => {
    const [user, other] = [await hire(), await hire()];
    const [here, elsewhere, others] = [await signIn(user), await signIn(user), await signIn(other)];
    const out = await organisation.call('POST /auth/logout-everywhere', { as: here.as });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('relance_refresh=;');
    expect([await refresh(here), await refresh(elsewhere), await refresh(others)]).toEqual([401, 401, 200]);
    expect([await generationOf(user.id), await generationOf(other.id)]).toEqual([1, 0]);
    expect((await login(user.email)).status).toBe(200);
    expect((await organisation.call('POST /auth/logout-everywhere', { as: GATEWAY })).status).toBe(403);
  });
});
