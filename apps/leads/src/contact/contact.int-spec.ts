import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { LeadList } from '../lead-page/lead-list';
import { LongLists } from '../lead-page/lead-list-totals';
import { Timeline } from '../lead-page/timeline';
import { LeadTransaction } from '../lifecycle/lead-transaction';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { listedPage } from '../testing/listed-page';
import { person, silentFeed, storeLeads, storeMember, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { contactBody } from './contact.schema';
import { ContactEdits } from './contact.service';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let contacts: ContactEdits;
let list: LeadList;
let place: string;
let zoe: UserPrincipal;
let leadId: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  contacts = new ContactEdits(new LeadTransaction(dataSource, versions, pointsOfSale), pointsOfSale);
  list = new LeadList(dataSource, versions, new LongLists());
});
afterAll(() => database?.drop());
beforeEach(async () => {
  place = await storePointOfSale(dataSource, 'Garage du Port');
  zoe = person('SALESPERSON', [place]);
  await storeMember(dataSource, zoe, 'Zoé Martin');
  const contact = { firstName: 'Sacha', lastName: 'LIU', email: 's.liu@example.com' };
  [leadId] = (await storeLeads(dataSource, [
    { pointOfSaleId: place, createdAt: new Date(Date.now() - 60_000), contact },
  ])) as [string];
});

const edit = (body: object, expectedVersion = 1, principal = zoe) =>
  dataSource.transaction((tx) =>
    contacts.edit(tx, { principal, leadId, expectedVersion }, contactBody.parse(body)),
  );
const events = () =>
  dataSource.query<{ type: string; data: object }[]>(
    'SELECT type, data FROM leads.event WHERE subject = $1',
    [leadId],
  );
const isFound = async (q: string) =>
  (await listedPage(list, zoe, { q })).items.some(({ id }) => id === leadId);

it('the contact is normalised as that of a new lead, and found by what it is now', async () => {
  const { view, version } = await edit({
    lastName: ' Le  Goff ',
    email: 'SACHA@Example.com',
    phone: '06 12 34 56 78',
  });
  expect(version).toBe(2);
  expect(view.contact).toEqual({
    ...{ firstName: 'Sacha', lastName: 'Le Goff' },
    ...{ email: 'sacha@example.com', phone: '+33612345678' },
  });
  expect([await isFound('goff'), await isFound('06 12 34'), await isFound('sacha@example')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([await isFound('liu'), await isFound('s.liu@')]).toEqual([false, false]);
  expect(await isFound(view.code)).toBe(true);
});

it('« Coordonnées modifiées par Zoé »: the log says which details changed, never what they are', async () => {
  await edit({ lastName: 'Durand', phone: '0612345678' });
  expect(await events()).toEqual([{ type: 'lead.contactEdited', data: { fields: ['lastName', 'phone'] } }]);
  const { items } = await new Timeline(dataSource).page(zoe, leadId, { limit: 10 });
  expect(items[0]).toMatchObject({ kind: 'ACTION', sentence: 'Coordonnées modifiées par Zoé Martin' });
});

it('an edit upon a stale version, or that cannot be, changes nothing at all', async () => {
  await expect(edit({ lastName: 'X' }, 7)).rejects.toMatchObject({ status: 412 });
  await expect(edit({ lastName: 'X', phone: '12' })).rejects.toMatchObject({ code: 'INVALID_CONTACT' });
  await expect(edit({ firstName: null, lastName: '', email: null })).rejects.toMatchObject({
    code: 'CONTACT_NEEDED',
  });
  await expect(edit({ lastName: 'X' }, 1, person('SALESPERSON', []))).rejects.toMatchObject({ status: 404 });
  expect([await isFound('liu'), await events()]).toEqual([true, []]);
});

it('an edit that changes nothing leaves the version as it is', async () => {
  expect(await edit({ firstName: 'Sacha', email: 'S.LIU@example.com' })).toMatchObject({ version: 1 });
  expect(await events()).toEqual([]);
});

it('of two edits upon one version, one is made', async () => {
  const outcomes = await Promise.allSettled([edit({ lastName: 'Un' }), edit({ lastName: 'Deux' })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await events()).toHaveLength(1);
});
