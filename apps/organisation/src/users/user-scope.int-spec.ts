import { DEFAULT_PERMISSIONS } from '@relance/contracts-organisation';
import type { UserPrincipal } from '@relance/service-token';
import { person, startOrganisation, type OrganisationUnderTest } from '../testing/organisation-under-test';

let organisation: OrganisationUnderTest;
let port: string;
let alpes: string;
/** A manager whose role Admin let write users. */
let manager: UserPrincipal;

beforeAll(async () => {
  organisation = await startOrganisation();
  const site = async (name: string) =>
    (await organisation.call('POST /points-of-sale', { body: { name, timeZone: 'Europe/Paris' } })).body.id;
  [port, alpes] = [await site('Garage du Port'), await site('Concession des Alpes')];
  const { id } = await hire([port], 'MANAGER');
  manager = {
    ...person('MANAGER', [port], id),
    permissions: [...DEFAULT_PERMISSIONS.MANAGER, 'user.write', 'pointOfSale.write', 'apiKey.manage'],
  };
});
afterAll(() => organisation?.close());

let people = 0;
const newUser = (places: string[], role: string) => ({
  ...{ name: 'Zoé', email: `person.${++people}@relance.example`, password: 'une phrase assez longue', role },
  pointsOfSale: places.map((id) => ({ id, leadTypes: ['VN'] })),
});
const hire = async (places: string[], role = 'SALESPERSON') =>
  (await organisation.call('POST /users', { body: newUser(places, role) })).body as { id: string };
const change = (id: string, body: object, as = manager) =>
  organisation.call(`PATCH /users/${id}`, { as, body, headers: { 'if-match': '"1"' } });
const placesOf = async (id: string) =>
  (await organisation.call(`GET /users/${id}`)).body.pointsOfSale.map((place: { id: string }) => place.id);

describe('who may write users and is no Admin', () => {
  it('adds people to their own points of sale', async () => {
    const { status, body } = await organisation.call('POST /users', {
      ...{ as: manager, body: newUser([port], 'SALESPERSON') },
    });
    expect([status, body.pointsOfSale.map(({ id }: { id: string }) => id)]).toEqual([201, [port]]);
  });

  it.each<[string, () => object, number, string]>([
    ['an Admin', () => newUser([port], 'ADMIN'), 403, 'FORBIDDEN'],
    ['somebody elsewhere', () => newUser([alpes], 'SALESPERSON'), 422, 'UNKNOWN_POINT_OF_SALE'],
    ['somebody here and elsewhere', () => newUser([port, alpes], 'MANAGER'), 422, 'UNKNOWN_POINT_OF_SALE'],
    ['somebody nowhere', () => newUser([], 'SALESPERSON'), 422, 'POINT_OF_SALE_NEEDED'],
  ])('does not add %s', async (_who, values, status, code) => {
    const answer = await organisation.call('POST /users', { as: manager, body: values() });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('changes people of their own points of sale, and finds nobody elsewhere', async () => {
    const [here, there] = [await hire([port]), await hire([alpes])];
    expect((await change(here.id, { active: false })).status).toBe(200);
    expect((await change(there.id, { active: false })).status).toBe(404);
    expect((await change(there.id, { pointsOfSale: [{ id: port, leadTypes: [] }] })).status).toBe(404);
  });

  it('neither makes, edits nor becomes an Admin', async () => {
    const [here, admin] = [await hire([port]), await hire([port], 'ADMIN')];
    for (const [id, body] of [
      [here.id, { role: 'ADMIN' }],
      [manager.userId, { role: 'ADMIN' }],
      [admin.id, { role: 'SALESPERSON' }],
      [admin.id, { password: 'mon mot de passe à moi' }],
      [admin.id, { active: false }],
      [admin.id, { pointsOfSale: [] }],
    ] as const) {
      expect([body, (await change(id, body)).status]).toEqual([body, 403]);
    }
  });

  it('gives and takes points of sale of their own, and none that are not', async () => {
    const both = await hire([port, alpes]);
    const answer = await change(both.id, { pointsOfSale: [] });
    expect([answer.status, answer.body.pointsOfSale]).toEqual([200, []]);
    expect(await placesOf(both.id)).toEqual([alpes]);
    const here = await hire([port]);
    const pointsOfSale = [port, alpes].map((id) => ({ id, leadTypes: [] }));
    expect((await change(here.id, { pointsOfSale })).body.code).toBe('UNKNOWN_POINT_OF_SALE');
    expect((await change(manager.userId, { pointsOfSale })).body.code).toBe('UNKNOWN_POINT_OF_SALE');
    expect(await placesOf(here.id)).toEqual([port]);
  });

  it('has no way into another point of sale by the account of who works there too', async () => {
    const both = await hire([port, alpes]);
    for (const body of [{ password: 'mon mot de passe à moi' }, { role: 'MANAGER' }, { active: false }]) {
      expect([body, (await change(both.id, body)).status]).toEqual([body, 403]);
    }
    const seen = await organisation.call(`GET /users/${both.id}`, { as: manager });
    expect(seen.body.pointsOfSale.map(({ id }: { id: string }) => id)).toEqual([port]);
  });

  it('neither adds, changes, makes nor invites who may more than themselves', async () => {
    const marketing = { ...manager, ...person('MARKETING', [port], manager.userId) };
    const as = { ...marketing, permissions: [...DEFAULT_PERMISSIONS.MARKETING, 'user.write' as const] };
    const added = await organisation.call('POST /users', { as, body: newUser([port], 'MANAGER') });
    expect([added.status, added.body.code]).toEqual([403, 'MORE_RIGHTS_THAN_YOURS']);
    const [colleague, above] = [await hire([port], 'MARKETING'), await hire([port], 'MANAGER')];
    expect((await change(colleague.id, { role: 'MANAGER' }, as)).status).toBe(403);
    for (const body of [
      { password: 'mon mot de passe à moi' },
      { email: 'mine@relance.example' },
      { role: 'MARKETING' },
      { active: false },
      { pointsOfSale: [] },
    ]) {
      expect([body, (await change(above.id, body, as)).status]).toEqual([body, 403]);
    }
    expect((await organisation.call(`POST /users/${above.id}/invitation`, { as })).status).toBe(403);
    expect((await change(colleague.id, { active: false }, as)).status).toBe(200);
  });

  it('is measured by what the roles may at that moment', async () => {
    const seller = await hire([port]);
    const grant = (version: number, permissions: string[]) =>
      organisation.call('PUT /roles/SALESPERSON/permissions', {
        ...{ body: { permissions }, headers: { 'if-match': `"${version}"` } },
      });
    await grant(0, [...DEFAULT_PERMISSIONS.SALESPERSON, 'leadSource.manage']);
    expect((await change(seller.id, { active: false })).status).toBe(403);
    await grant(1, [...DEFAULT_PERMISSIONS.SALESPERSON]);
    expect((await change(seller.id, { active: false })).status).toBe(200);
  });

  it('changes the own name there, and neither role, state, address nor password', async () => {
    const me = await hire([port], 'MANAGER');
    const as = { ...manager, userId: me.id };
    const email = (await organisation.call(`GET /users/${me.id}`)).body.email;
    for (const body of [
      { role: 'SALESPERSON' },
      { active: false },
      { email: 'moi@relance.example' },
      { password: 'mon mot de passe à moi' },
    ]) {
      expect([body, (await change(me.id, body, as)).body.code]).toEqual([body, 'OWN_ACCOUNT']);
    }
    expect((await change(me.id, { name: 'Moi', role: 'MANAGER', active: true, email }, as)).status).toBe(200);
  });
});
