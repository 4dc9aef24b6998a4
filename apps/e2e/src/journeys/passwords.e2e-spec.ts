import { randomUUID } from 'node:crypto';
import { Api } from '../client/api';
import { hire, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

const NEW_PASSWORD = 'une autre phrase assez longue';

let system: Relance;
let anybody: Api;
let garage: Dealership;

beforeAll(async () => {
  system = await sharedSystem();
  anybody = new Api(system.run.gatewayUrl);
  garage = await openDealership(system, await signInAsAdmin(system));
});

/** The token of the link in the newest mail to this address. */
async function tokenFor(email: string): Promise<string> {
  const mailbox = new Mailbox(system.run.mailUrl!);
  let token: string | undefined;
  await eventually(async () => {
    const mails = (await mailbox.all()).filter(({ to }) => to[0]?.address === email);
    token = /\/mot-de-passe\/([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1];
    expect(token).toBeDefined();
  });
  return token!;
}

const confirm = (token: string) =>
  anybody.call('POST /auth/password-reset/confirm', { body: { token, password: NEW_PASSWORD } });

describe('a password', () => {
  it('that is forgotten is chosen anew by a link, and whoever was signed in is so no more', async () => {
    const { email, api } = await hire(system, garage.admin, 'SALESPERSON', garage.id, ['VN']);
    expect((await anybody.call('POST /auth/password-reset', { body: { email } })).status).toBe(202);
    const token = await tokenFor(email);
    expect((await confirm(token)).status).toBe(204);
    expect(await confirm(token)).toMatchObject({ status: 422, body: { code: 'PASSWORD_LINK_INVALID' } });
    await Api.signIn(system.run.gatewayUrl, email, NEW_PASSWORD);
    await eventually(async () => expect((await api.call('GET /me')).status).toBe(401));
  });

  it('is first chosen by who was invited', async () => {
    const email = `p-${randomUUID().slice(0, 8)}@e2e.relance.example`;
    const { body } = await garage.admin.ok('POST /users', {
      body: { name: 'Invitée', email, role: 'MARKETING' },
    });
    expect(body.invited).toBe(true);
    expect((await confirm(await tokenFor(email))).status).toBe(204);
    const invited = await Api.signIn(system.run.gatewayUrl, email, NEW_PASSWORD);
    expect((await invited.ok('GET /me')).body.name).toBe('Invitée');
  });

  it('that somebody changes ends what was opened elsewhere, and what was signed out everywhere stays out', async () => {
    const { api, email } = await hire(system, garage.admin, 'SALESPERSON', garage.id, ['VN']);
    const elsewhere = await Api.signIn(system.run.gatewayUrl, email, 'une phrase assez longue');
    const body = { currentPassword: 'une phrase assez longue', newPassword: NEW_PASSWORD };
    expect((await api.call('PUT /me/password', { body })).status).toBe(204);
    await eventually(async () => expect((await elsewhere.call('GET /me')).status).toBe(401));
    const again = await Api.signIn(system.run.gatewayUrl, email, NEW_PASSWORD);
    expect((await again.call('POST /auth/logout-everywhere')).status).toBe(204);
    await eventually(async () => expect((await again.call('GET /me')).status).toBe(401));
  });
});
