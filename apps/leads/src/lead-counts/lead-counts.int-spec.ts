import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { LeadList } from '../lead-page/lead-list';
import { LongLists } from '../lead-page/lead-list-totals';
import { listedPage } from '../testing/listed-page';
import { person, storeLeads, storePointOfSale, type StoredLead } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadCounts } from './lead-counts';
import { leadCountsQuery, type LeadCountsView } from './lead-counts.schema';

const now = new Date('2026-11-20T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let counts: LeadCounts;
let list: LeadList;
let here: string;
let there: string;
let zoe: UserPrincipal;
const admin = person('ADMIN', 'ALL');

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  counts = new LeadCounts(dataSource, new LongLists());
  list = new LeadList(dataSource, new SettingsVersions(dataSource), new LongLists());
  here = await storePointOfSale(dataSource, 'Ici');
  there = await storePointOfSale(dataSource, 'Ailleurs');
  zoe = person('SALESPERSON', [here]);
  const fresh: StoredLead = { pointOfSaleId: here, createdAt: minutesAgo(1) };
  const late: StoredLead = { ...fresh, createdAt: minutesAgo(60) };
  const paused = { pausedAt: minutesAgo(59), remainingMs: 1 };
  await storeLeads(dataSource, [
    ...[fresh, fresh, late],
    { ...late, assigneeId: zoe.userId, contactStatus: 'NO_ANSWER' },
    { ...late, ...paused, assigneeId: zoe.userId, contactStatus: 'CONTACTED' },
    { ...late, ...paused, assigneeId: zoe.userId, status: 'WON', contactStatus: 'TO_CONTACT' },
    { ...late, pointOfSaleId: there },
  ]);
});
afterAll(() => database?.drop());

const of = (who: UserPrincipal, query: Record<string, unknown> = {}) =>
  counts.of(who, leadCountsQuery.parse(query), now);
const total = async (who: UserPrincipal, query: Record<string, string>) =>
  (await listedPage(list, who, query, now)).total;

it('people count what they may see', async () => {
  expect(await of(zoe)).toEqual({ overdue: 2, toContact: 3, mine: 2, open: 5, all: 6 });
  expect(await of(admin)).toEqual({ overdue: 3, toContact: 4, mine: 0, open: 6, all: 7 });
  expect(await of(admin, { pointOfSaleId: there })).toMatchObject({ overdue: 1, all: 1 });
  const nothing = { overdue: 0, toContact: 0, mine: 0, open: 0, all: 0 };
  expect(await of(zoe, { pointOfSaleId: there })).toEqual(nothing);
  expect(await of(person('MANAGER', []))).toEqual(nothing);
});

it('each number is the total of its list', async () => {
  const lists: Record<keyof LeadCountsView, Record<string, string>> = {
    overdue: { overdue: 'true' },
    toContact: { status: 'IN_PROGRESS', contactStatus: 'TO_CONTACT' },
    mine: { status: 'IN_PROGRESS', assigneeId: 'me' },
    open: { status: 'IN_PROGRESS' },
    all: {},
  };
  for (const who of [zoe, admin]) {
    const counted = await of(who);
    for (const [name, query] of Object.entries(lists)) {
      expect([name, counted[name as keyof LeadCountsView]]).toEqual([name, await total(who, query)]);
    }
  }
});

it('beyond 10,000 they say so, and what is known to be long is not counted again for a while', async () => {
  const place = await storePointOfSale(dataSource, 'Grand');
  const lead = { pointOfSaleId: place, createdAt: minutesAgo(1) };
  await storeLeads(
    dataSource,
    Array.from({ length: 12_001 }, () => lead),
  );
  const atLeast = { atLeast: 10_000 };
  const long = { overdue: 0, toContact: atLeast, mine: 0, open: atLeast, all: atLeast };
  expect(await of(admin, { pointOfSaleId: place })).toEqual(long);
  await dataSource.query('DELETE FROM leads.lead WHERE point_of_sale_id = $1', [place]);
  expect(await of(admin, { pointOfSaleId: place })).toEqual(long);
  const later = new Date(now.getTime() + 30_000);
  expect(await counts.of(admin, { pointOfSaleId: [place] }, later)).toMatchObject({ open: 0, all: 0 });
});
