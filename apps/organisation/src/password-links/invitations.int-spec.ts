import { catcherSmtpUrl, mailsTo, tokenIn } from '../testing/caught-mails';
import {
  GATEWAY,
  person,
  startOrganisation,
  type OrganisationUnderTest,
} from '../testing/organisation-under-test';

const PASSWORD = 'Relance-demo-2026';
const NEW_PASSWORD = 'une autre phrase assez longue';
let organisation: OrganisationUnderTest;
let port: string;

beforeAll(async () => {
  organisation = await startOrganisation(catcherSmtpUrl());
  const body = { name: 'Garage du Port', timeZone: 'Europe/Paris' };
  port = (await organisation.call('POST /points-of-sale', { body })).body.id;
});
afterAll(() => organisation?.close());

let people = 0;
const newAddress = () => `invited.${Date.now()}.${++people}@relance.example`;
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
let addresses = 0;
const from = (address = `203.0.113.${++addresses}`) => ({ 'x-forwarded-for': address });
const confirm = (token: string, password = NEW_PASSWORD, headers = from()) =>
  organisation.call('POST /auth/password-reset/confirm', { as: GATEWAY, body: { token, password }, headers });
const login = (email: string, password: string, headers = from()) =>
  organisation.call('POST /auth/login', { as: GATEWAY, body: { email, password }, headers });

describe('who is added without a password', () => {
  it('is invited by a link of seven days, signs in with the password they chose, and is invited no more', async () => {
    const { status, body } = await add();
    expect([status, body.invited]).toEqual([201, true]);
    const [mail] = await mailsTo(body.email);
    expect(mail!.subject).toBe('Votre accès à Relance');
    expect(mail!.text).toContain(body.email);
    const [link] = await organisation.database.admin.query<{ life: string }[]>(
      `SELECT (expires_at - created_at)::text AS life FROM organisation.password_link WHERE user_id = $1`,
      [body.id],
    );
    expect(link!.life).toBe('7 days');
    expect((await confirm(tokenIn(mail!))).status).toBe(204);
    expect((await login(body.email, NEW_PASSWORD)).status).toBe(200);
    const user = await organisation.call(`GET /users/${body.id}`);
    expect([user.body.invited, user.headers.get('etag')]).toEqual([false, '"2"']);
    const again = await organisation.call(`POST /users/${body.id}/invitation`);
    expect([again.status, again.body.code]).toEqual([409, 'NOTHING_TO_INVITE_TO']);
  });

  it('is sent one invitation for an Idempotency-Key', async () => {
    const email = newAddress();
    const headers = { 'idempotency-key': email };
    const answers = [await add({ email }, headers), await add({ email }, headers)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const { body } = answers[0]!;
    await mailsTo(email);
    await organisation.call(`POST /users/${body.id}/invitation`, { headers: { 'idempotency-key': 'again' } });
    await organisation.call(`POST /users/${body.id}/invitation`, { headers: { 'idempotency-key': 'again' } });
    const mails = await mailsTo(email, 2);
    expect(mails).toHaveLength(2);
    const statuses = [];
    for (const mail of mails) statuses.push((await confirm(tokenIn(mail))).status);
    expect(statuses.sort()).toEqual([204, 422]);
  });

  it('is sent three in a row, and no more for a while; who asks for links to that address changes nothing', async () => {
    const { body } = await add();
    await organisation.call('POST /auth/password-reset', { as: GATEWAY, body: { email: body.email } });
    const again = () => organisation.call(`POST /users/${body.id}/invitation`);
    expect([(await again()).status, (await again()).status]).toEqual([202, 202]);
    const refused = await again();
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  it('is sent none when the user is added with a password, as ever', async () => {
    const { body } = await add({ password: PASSWORD });
    expect(body.invited).toBe(false);
    expect((await login(body.email, PASSWORD)).status).toBe(200);
  });

  it('keeps the invitation when a stranger asks for another password, until one of the links is used', async () => {
    const { body } = await add();
    const [invitation] = await mailsTo(body.email);
    await organisation.call('POST /auth/password-reset', { as: GATEWAY, body: { email: body.email } });
    const reset = (await mailsTo(body.email, 2)).find(({ subject }) => subject !== invitation!.subject);
    expect((await confirm(tokenIn(invitation!))).status).toBe(204);
    expect((await confirm(tokenIn(reset!))).status).toBe(422);
  });

  it('is invited again by whoever may write users there', async () => {
    const { body } = await add({ pointsOfSale: [{ id: port, leadTypes: ['VN'] }] });
    const as = person('MANAGER', [port]);
    const holder = { ...as, permissions: [...as.permissions, 'user.write' as const] };
    const route = `POST /users/${body.id}/invitation`;
    expect((await organisation.call(route, { as })).status).toBe(403);
    expect((await organisation.call(route, { as: { ...holder, pointOfSaleIds: [] } })).status).toBe(404);
    expect((await organisation.call(route, { as: holder })).status).toBe(202);
  });
});
