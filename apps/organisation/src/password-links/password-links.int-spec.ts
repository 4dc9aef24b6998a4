import { createHash } from 'node:crypto';
import { catcherSmtpUrl, mailsTo, tokenIn } from '../testing/caught-mails';
import {
  ADMIN,
  GATEWAY,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

const PASSWORD = 'Relance-demo-2026';
const NEW_PASSWORD = 'une autre phrase assez longue';
let organisation: OrganisationUnderTest;

beforeAll(async () => {
  organisation = await startOrganisation(catcherSmtpUrl());
});
afterAll(() => organisation?.close());

let people = 0;
const newAddress = () => `links.${Date.now()}.${++people}@relance.example`;
async function add(values: object = {}, headers = {}) {
  const person = {
    name: 'Zoé Martin',
    email: newAddress(),
    role: 'SALESPERSON',
    pointsOfSale: [],
    ...values,
  };
  return organisation.call('POST /users', { body: person, headers });
}
const hire = async (values: object = {}) =>
  (await add({ password: PASSWORD, ...values })).body as { id: string; email: string };
let addresses = 0;
const from = (address = `203.0.113.${++addresses}`) => ({ 'x-forwarded-for': address });
const ask = (email: string, headers = from()) =>
  organisation.call('POST /auth/password-reset', { as: GATEWAY, body: { email }, headers });
const confirm = (token: string, password = NEW_PASSWORD, headers = from()) =>
  organisation.call('POST /auth/password-reset/confirm', { as: GATEWAY, body: { token, password }, headers });
const login = (email: string, password: string, headers = from()) =>
  organisation.call('POST /auth/login', { as: GATEWAY, body: { email, password }, headers });
const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? '';
const refresh = (cookie: string) =>
  organisation.call('POST /auth/refresh', { as: GATEWAY, headers: { cookie } });

describe('who has forgotten the password', () => {
  it('is sent a link in French that works once, and chooses another one, which ends all sessions', async () => {
    const { email } = await hire();
    const sessions = [await login(email, PASSWORD), await login(email, PASSWORD)];
    const asked = await ask(email.toUpperCase());
    expect([asked.status, asked.body]).toEqual([202, null]);
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({
      subject: 'Votre nouveau mot de passe Relance',
      to: [{ address: email, name: 'Zoé Martin' }],
      from: [{ address: 'relance@relance.example' }],
    });
    expect(mail!.text).toContain('Bonjour Zoé Martin,');
    expect(mail!.text).toMatch(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{43}$/m);
    expect((await confirm(tokenIn(mail!))).status).toBe(204);
    expect((await login(email, PASSWORD)).status).toBe(401);
    expect((await login(email, NEW_PASSWORD)).status).toBe(200);
    for (const { headers } of sessions) expect((await refresh(cookieOf(headers))).status).toBe(401);
    const again = await confirm(tokenIn(mail!), 'une troisième phrase');
    expect([again.status, again.body.code]).toEqual([422, 'PASSWORD_LINK_INVALID']);
    expect((await login(email, NEW_PASSWORD)).status).toBe(200);
  });

  it('makes every access token void with the new password', async () => {
    const { id, email } = await hire();
    await ask(email);
    await confirm(tokenIn((await mailsTo(email))[0]!));
    const { body } = await organisation.call('GET /internal/access', { as: GATEWAY });
    expect(body.voidTokens.users).toContainEqual({ id, generation: 1 });
  });

  it('has one open link: the newest one', async () => {
    const { email } = await hire();
    await ask(email);
    const [first] = await mailsTo(email);
    await ask(email);
    const second = (await mailsTo(email, 2)).find(({ text }) => text !== first!.text);
    expect((await confirm(tokenIn(first!))).status).toBe(422);
    expect((await confirm(tokenIn(second!))).status).toBe(204);
  });

  it('has an hour: then the link works no more', async () => {
    const { id, email } = await hire();
    await ask(email);
    const [mail] = await mailsTo(email);
    const [link] = await organisation.database.admin.query<{ life: string; token_hash: string }[]>(
      `SELECT (expires_at - created_at)::text AS life, token_hash FROM organisation.password_link WHERE user_id = $1`,
      [id],
    );
    expect(link).toEqual({
      life: '01:00:00',
      token_hash: createHash('sha256').update(tokenIn(mail!)).digest('hex'),
    });
    await organisation.database.admin.query(
      `UPDATE organisation.password_link SET expires_at = now() WHERE user_id = $1`,
      [id],
    );
    expect((await confirm(tokenIn(mail!))).status).toBe(422);
  });

  it('uses a link once, also twice at the same instant', async () => {
    const { email } = await hire();
    await ask(email);
    const token = tokenIn((await mailsTo(email))[0]!);
    const answers = await Promise.all([1, 2, 3].map((i) => confirm(token, `une phrase assez longue ${i}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422]);
  });

  it.each([
    ['a password too short', { token: 'abc', password: 'court' }, 'password'],
    ['a token that is none', { token: '../x', password: NEW_PASSWORD }, 'token'],
  ])('is told of %s', async (_, body, path) => {
    const answer = await organisation.call('POST /auth/password-reset/confirm', { as: GATEWAY, body });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
  });

  it.each<[string, object]>([
    ['is deactivated', { active: false }],
    ['is given another password', { password: 'choisi par un Admin' }],
    ['has another e-mail address', { email: `moved.${Date.now()}@relance.example` }],
  ])('has no open link any more when the account %s', async (_, body) => {
    const { id, email } = await hire();
    await ask(email);
    const [mail] = await mailsTo(email);
    const headers = { 'if-match': '"1"' };
    expect((await organisation.call(`PATCH /users/${id}`, { body, headers })).status).toBe(200);
    expect((await confirm(tokenIn(mail!))).status).toBe(422);
  });
});

describe('an address that nobody has, or whose account is not active', () => {
  it('gets the same answer in the same time, and no mail', async () => {
    const known = Array.from({ length: 10 }, () => hire());
    const emails = (await Promise.all(known)).map(({ email }) => email);
    const inactive = await hire();
    const headers = { 'if-match': '"1"' };
    await organisation.call(`PATCH /users/${inactive.id}`, { body: { active: false }, headers });
    const times = { known: [] as number[], unknown: [] as number[] };
    const answers = [await ask(inactive.email)];
    for (const email of emails) {
      for (const [kind, address] of [
        ['known', email],
        ['unknown', newAddress()],
      ] as const) {
        const start = performance.now();
        answers.push(await ask(address));
        times[kind].push(performance.now() - start);
      }
    }
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    const median = (values: number[]) => values.sort((x, y) => x - y)[5]!;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
    await mailsTo(emails.at(-1)!);
    const [row] = await organisation.database.admin.query<{ links: number }[]>(
      `SELECT count(*)::int AS links FROM organisation.password_link WHERE user_id = $1`,
      [inactive.id],
    );
    expect(row!.links).toBe(0);
  });
});

describe('asking for links', () => {
  it('fills nobody’s mailbox: the fourth in a row is taken like the others and not sent', async () => {
    const { email } = await hire();
    for (let i = 1; i <= 6; i++) {
      expect((await ask(email)).status).toBe(202);
      await mailsTo(email, Math.min(i, 3));
    }
    const last = await hire();
    await ask(last.email);
    await mailsTo(last.email);
    expect(await mailsTo(email, 3)).toHaveLength(3);
  });

  it('is refused for a while after twenty from one address, whomever they are for', async () => {
    const headers = from();
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask(newAddress(), headers)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(20);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body.code).toBe('RATE_LIMITED');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(newAddress())).status).toBe(202);
  });

  it('is possible for a locked account, and lets its owner in again', async () => {
    const { email } = await hire();
    const home = from();
    for (let i = 0; i < 30; i++) await login(email, 'wrong password', i < 5 ? home : from(`198.51.100.${i}`));
    expect((await login(email, PASSWORD, home)).status).toBe(429);
    expect((await login(email, PASSWORD)).status).toBe(429);
    await ask(email, home);
    await confirm(tokenIn((await mailsTo(email))[0]!), NEW_PASSWORD, home);
    expect((await login(email, NEW_PASSWORD, home)).status).toBe(200);
  });

  it('is for the gateway', async () => {
    const body = { email: 'x@relance.example' };
    expect((await organisation.call('POST /auth/password-reset', { as: ADMIN, body })).status).toBe(403);
    expect((await organisation.call('POST /auth/password-reset', { as: null, body })).status).toBe(401);
  });
});
