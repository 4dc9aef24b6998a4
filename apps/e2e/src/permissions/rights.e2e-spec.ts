import { Api } from '../client/api';
import { newLead, openDealership, signInAsAdmin, type Dealership } from '../client/dealership';
import { eventually } from '../system/eventually';
import type { Relance } from '../system/relance';
import { sharedSystem } from '../system/shared-system';
import { newcomer } from './permission-callers';

/** What Admin changes holds within so long for who is signed in, without signing in again (S2.12). */
const PROMPT = { withinMs: 2_000 };

let system: Relance;
let admin: Api;
let garage: Dealership;

beforeAll(async () => {
  system = await sharedSystem();
  admin = await signInAsAdmin(system);
  garage = await openDealership(system, admin);
});

const api = (credentials: Record<string, string>) => new Api(system.run.gatewayUrl, credentials);
const statusOf = async (caller: Api, route: string) => (await caller.call(route)).status;
const promptly = (caller: Api, route: string, status: number) =>
  eventually(async () => expect([route, await statusOf(caller, route)]).toEqual([route, status]), PROMPT);
const callCentre = async () =>
  (await admin.ok('GET /roles')).body.items.find(({ role }: { role: string }) => role === 'CALL_CENTRE');
const save = async (permissions: string[]) => {
  const headers = { 'if-match': `"${(await callCentre()).version}"` };
  await admin.ok('PUT /roles/CALL_CENTRE/permissions', { body: { permissions }, headers });
};

describe('a permission', () => {
  let usual: string[];
  beforeAll(async () => {
    usual = (await callCentre()).permissions;
  });
  afterEach(() => save(usual));

  it('taken from a role is gone within two seconds for who is signed in, and given back it is there', async () => {
    const { credentials } = await newcomer(system, admin, { role: 'CALL_CENTRE', pointOfSaleId: garage.id });
    const caller = api(credentials);
    const { body: lead } = await garage.source.ok('POST /leads', { body: newLead() });
    const take = `POST /leads/${lead.id}/take`;
    expect(await statusOf(caller, take)).toBe(200);
    await save(usual.filter((permission) => permission !== 'lead.take'));
    await promptly(caller, take, 403);
    const me = (await caller.ok('GET /me')).body.permissions;
    expect(me).toEqual(usual.filter((permission) => permission !== 'lead.take'));
    expect(await statusOf(caller, `GET /leads/${lead.id}`)).toBe(200);
    await save(usual);
    await promptly(caller, take, 200);
    expect((await caller.ok('GET /me')).body.permissions).toEqual(usual);
  });

  it('to read leads is taken together with all that shows them, not by itself', async () => {
    const headers = { 'if-match': `"${(await callCentre()).version}"` };
    const permissions = usual.filter((permission) => permission !== 'lead.read');
    expect(
      await admin.call('PUT /roles/CALL_CENTRE/permissions', { body: { permissions }, headers }),
    ).toMatchObject({ status: 422, body: { code: 'LEAD_READ_NEEDED' } });
  });

  it('to read leads lets nobody read them by any other path once it is taken', async () => {
    const { credentials } = await newcomer(system, admin, { role: 'CALL_CENTRE', pointOfSaleId: garage.id });
    const caller = api(credentials);
    const { id: userId } = (await caller.ok('GET /me')).body;
    const { body: lead } = await garage.source.ok('POST /leads', { body: newLead() });
    await save(['lead.create', 'lead.import', 'settings.read', 'user.read']);
    await promptly(caller, 'GET /leads', 403);
    for (const path of [
      `/leads/${lead.id}`,
      `/leads/${lead.id}/timeline`,
      '/leads/counts',
      '/leads/export',
      '/events',
    ]) {
      expect([path, await statusOf(caller, `GET ${path}`)]).toEqual([path, 403]);
    }
    // Nor is one given to them, once the leads service has heard of it: its reminders would tell them who it is.
    await eventually(async () =>
      expect(
        await garage.manager.api.call(`POST /leads/${lead.id}/assign`, { body: { userId } }),
      ).toMatchObject({ status: 422, body: { code: 'ASSIGNEE_NOT_ELIGIBLE' } }),
    );
  });
});

describe('who is signed in', () => {
  it('and is moved gets a token for the new point of sale by refreshing; the old one is void', async () => {
    const { credentials, cookie, id } = await newcomer(system, admin, {
      ...{ role: 'SALESPERSON', pointOfSaleId: garage.id },
    });
    const other = await openDealership(system, admin);
    const { body: lead } = await garage.source.ok('POST /leads', { body: newLead() });
    expect(await statusOf(api(credentials), `GET /leads/${lead.id}`)).toBe(200);
    const pointsOfSale = [{ id: other.id, leadTypes: [] }];
    await admin.edit(`PATCH /users/${id}`, `/users/${id}`, { pointsOfSale });
    await promptly(api(credentials), `GET /leads/${lead.id}`, 401);
    const { body } = await api({ cookie }).ok('POST /auth/refresh');
    expect(body.user.pointsOfSale.map((place: { id: string }) => place.id)).toEqual([other.id]);
    const refreshed = api({ authorization: `Bearer ${body.accessToken}` });
    expect(await statusOf(refreshed, `GET /leads/${lead.id}`)).toBe(404);
    expect(await statusOf(refreshed, `GET /points-of-sale/${other.id}`)).toBe(200);
  });

  it('and is made inactive is out within two seconds, and cannot refresh', async () => {
    const { credentials, cookie, id } = await newcomer(system, admin, {
      ...{ role: 'SALESPERSON', pointOfSaleId: garage.id },
    });
    await admin.edit(`PATCH /users/${id}`, `/users/${id}`, { active: false });
    await promptly(api(credentials), 'GET /me', 401);
    expect(await statusOf(api({ cookie }), 'POST /auth/refresh')).toBe(401);
  });

  it('and signs out is out within two seconds too, there alone', async () => {
    const { credentials, cookie, email } = await newcomer(system, admin, {
      ...{ role: 'SALESPERSON', pointOfSaleId: garage.id },
    });
    const phone = await Api.signIn(system.run.gatewayUrl, email, 'une phrase assez longue');
    await api({ cookie }).ok('POST /auth/logout');
    await promptly(api(credentials), 'GET /me', 401);
    expect(await statusOf(phone, 'GET /me')).toBe(200);
  });
});
