import { ApiKeysService } from '../api-keys/api-keys.service';
import { hashApiKey } from '../api-keys/api-key-secret';
import { LeadSourcesService } from '../lead-sources/lead-sources.service';
import { PointsOfSaleService } from '../points-of-sale/points-of-sale.service';
import { TeamsService } from '../teams/teams.service';
import { GATEWAY, startOrganisation, type OrganisationUnderTest } from '../testing/organisation-under-test';
import { DataSource } from 'typeorm';
import { AdminMissingError, FirstDataService } from './first-data.service';

let organisation: OrganisationUnderTest;
let firstData: FirstDataService;

beforeEach(async () => {
  organisation = await startOrganisation();
  firstData = new FirstDataService(
    organisation.get(DataSource),
    organisation.get(PointsOfSaleService),
    organisation.get(ApiKeysService),
    organisation.get(TeamsService),
    organisation.get(LeadSourcesService),
  );
});
afterEach(() => organisation?.close());

const counts = () =>
  organisation.database.admin.query(
    `SELECT (SELECT count(*) FROM organisation.user_account) AS users,
            (SELECT count(*) FROM organisation.point_of_sale) AS sites,
            (SELECT count(*) FROM organisation.api_key) AS keys,
            (SELECT count(*) FROM organisation.team_member) AS members,
            (SELECT count(*) FROM organisation.lead_source) AS forms,
            (SELECT count(*) FROM organisation.event) AS events`,
  );

describe('the demo data', () => {
  it('is put in once, however often and at whatever instant it is asked for', async () => {
    const printed = await Promise.all([firstData.putDemoGroup(), firstData.putDemoGroup()]);
    const before = await counts();
    expect(before).toEqual([{ users: '10', sites: '3', keys: '3', members: '4', forms: '2', events: '20' }]);
    printed.push(await firstData.putDemoGroup());
    expect(await counts()).toEqual(before);
    expect(new Set(printed.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('lets every account sign in and every key resolve', async () => {
    const { accounts, apiKeys, pointsOfSale } = await firstData.putDemoGroup();
    expect(pointsOfSale.map(({ name }) => name)).toContain('Garage du Port');
    for (const { email, password, role, name } of accounts) {
      const { status, body } = await organisation.call('POST /auth/login', {
        as: GATEWAY,
        body: { email, password },
      });
      expect([status, body.user.role, body.user.name]).toEqual([200, role, name]);
    }
    for (const { key, pointOfSaleId, name } of apiKeys) {
      const body = { keyHash: hashApiKey(key) };
      const answer = await organisation.call('POST /internal/api-keys/resolve', { as: GATEWAY, body });
      expect(answer.body).toMatchObject({ name, pointOfSaleId, purpose: 'LEAD_SOURCE' });
    }
  });

  it('never touches what somebody has changed', async () => {
    const { pointsOfSale } = await firstData.putDemoGroup();
    const id = pointsOfSale[0]!.id;
    await organisation.call(`PATCH /points-of-sale/${id}`, {
      body: { name: 'À nous' },
      headers: { 'if-match': '"1"' },
    });
    await firstData.putDemoGroup();
    expect((await organisation.call(`GET /points-of-sale/${id}`)).body.name).toBe('À nous');
  });

  it('never puts in again what somebody has deleted', async () => {
    await firstData.putDemoGroup();
    const { body } = await organisation.call('GET /lead-sources');
    for (const { id } of body.items) await organisation.call(`DELETE /lead-sources/${id}`);
    await firstData.putDemoGroup();
    expect((await organisation.call('GET /lead-sources')).body.total).toBe(0);
  });
});

describe('a system without demo data', () => {
  it('starts with the one Admin it is told, once', async () => {
    await expect(firstData.putAdmin(undefined, undefined)).rejects.toThrow(AdminMissingError);
    const invited = { name: 'Zoé', email: 'invited@relance.example', role: 'ADMIN' };
    expect((await organisation.call('POST /users', { body: invited })).status).toBe(201);
    await expect(firstData.putAdmin(undefined, undefined)).rejects.toThrow(AdminMissingError);
    const first = await firstData.putAdmin('chef@relance.example', 'a long password');
    expect(first.accounts).toEqual([
      { email: 'chef@relance.example', role: 'ADMIN', name: 'Administrateur' },
    ]);
    expect((await firstData.putAdmin(undefined, undefined)).accounts).toEqual([]);
    const body = { email: 'chef@relance.example', password: 'a long password' };
    expect((await organisation.call('POST /auth/login', { as: GATEWAY, body })).status).toBe(200);
  });
});
