import type { EventFeedPage, StoredEvent } from '@relance/event-log';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { silentFeed, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { learnPassedOver } from './learn-passed-over';
import { applyOrganisationEvent } from './organisation-events';
import { PointOfSaleDirectory } from './point-of-sale-directory';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let places: [string, string];

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
});
afterAll(() => database?.drop());
beforeEach(async () => {
  places = [await storePointOfSale(dataSource, 'Lyon'), await storePointOfSale(dataSource, 'Nice')];
});

const saved = (id: string, active?: boolean) =>
  ({
    type: 'pointOfSale.saved',
    data: { pointOfSale: { id, name: 'Lyon', timeZone: 'Europe/Paris', country: 'FR', active } },
  }) as StoredEvent;

const rights = (role: string, permissions: string[]) =>
  ({ type: 'role.permissionsSaved', data: { role, permissions } }) as StoredEvent;

async function activity(): Promise<(boolean | undefined)[]> {
  const directory = new PointOfSaleDirectory(dataSource, new SettingsVersions(dataSource), silentFeed);
  const found = await directory.find(places);
  return places.map((id) => found.get(id)?.active);
}

it('a point of sale is active until its organisation says otherwise, and again when it says so', async () => {
  const seen: unknown[] = [];
  for (const active of [undefined, false, true]) {
    await dataSource.transaction((tx) => applyOrganisationEvent(tx, saved(places[0], active)));
    seen.push(await activity());
  }
  expect(seen).toEqual([
    [true, true],
    [false, true],
    [true, true],
  ]);
});

it('what was told before this was understood is read once more, and only once', async () => {
  const feed = [
    [saved(places[0], false), saved(places[1], false), { type: 'user.saved', data: {} } as StoredEvent],
    [rights('MARKETING', []), rights('MANAGER', []), saved(places[1], true)],
    [rights('MANAGER', ['lead.read'])],
    [],
  ];
  const asked: string[] = [];
  const fetch = async (after: string): Promise<EventFeedPage> => {
    const page = asked.push(after) - 1;
    return { events: feed[page] ?? [], next: `${page + 1}-0`, settled: true };
  };
  await learnPassedOver(dataSource, fetch);
  expect(await activity()).toEqual([false, true]);
  expect(await dataSource.query('SELECT role FROM leads.role_without_leads')).toEqual([
    { role: 'MARKETING' },
  ]);
  await learnPassedOver(dataSource, fetch);
  expect(asked).toEqual(['0-0', '1-0', '2-0', '3-0']);
});
