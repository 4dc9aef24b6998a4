import { appendEvent } from '@relance/event-log';
import type { LeadChangesPage } from '@relance/contracts-leads';
import type { DataSource, EntityManager } from 'typeorm';
import { settledLog } from '../testing/settled-log';
import { storeLeads, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { FIRST_CHANGE, LeadChangesFeed } from './lead-changes-feed';

const at = new Date('2026-11-20T10:00:00Z');

let database: ThrowawayDatabase;
let dataSource: DataSource;
let feed: LeadChangesFeed;
let here: string;
let there: string;
let leadId: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  feed = new LeadChangesFeed(dataSource);
  here = await storePointOfSale(dataSource, 'Ici');
  there = await storePointOfSale(dataSource, 'Ailleurs');
  [leadId] = (await storeLeads(dataSource, [{ pointOfSaleId: there, createdAt: at }])) as [string];
});
afterAll(() => database?.drop());

async function end(): Promise<string> {
  await settledLog(dataSource);
  return (await feed.end()).next;
}
async function after(cursor: string, limit: number): Promise<LeadChangesPage> {
  await settledLog(dataSource);
  return feed.after(cursor, limit);
}

const append = (type: string, subject: string, data: object = {}) =>
  dataSource.transaction((tx) => appendIn(tx, type, subject, data));
const appendIn = (tx: EntityManager, type: string, subject: string, data: object = {}) =>
  appendEvent(tx, 'leads', { type, version: 1, subject, occurredAt: at, data });
const moved = (from: string, to: string) => ({
  ...{ assigneeId: null, previousAssigneeId: null, taken: false },
  ...{ pointOfSaleId: to, previousPointOfSaleId: from },
});

it('each change says which lead, where it is now, and where it came from when it moved', async () => {
  const next = await end();
  await append('lead.received', leadId, { sourceName: 'LeBonCoin', follow: { assigneeId: null } });
  await append('lead.assigned', leadId, moved(here, there));
  await append('lead.assigned', leadId, moved(there, there));
  await append('leads.settingsSaved', here, { pointOfSaleId: here });

  const { changes, more } = await after(next, 10);

  const cursor = expect.stringMatching(/^\d+-\d+$/) as string;
  const common = { cursor, at: at.toISOString() };
  const lead = { ...common, leadId, pointOfSaleId: there };
  expect(changes).toEqual([
    { ...lead, event: 'lead.received', previousPointOfSaleId: null },
    { ...lead, event: 'lead.assigned', previousPointOfSaleId: here },
    { ...lead, event: 'lead.assigned', previousPointOfSaleId: null },
    {
      ...common,
      ...{ event: 'leads.settingsSaved', leadId: null, pointOfSaleId: here, previousPointOfSaleId: null },
    },
  ]);
  expect(more).toBe(false);
});

it('a reader that follows the cursor sees every change once, in pages', async () => {
  const next = await end();
  for (let number = 0; number < 5; number += 1) await append('lead.overdue', leadId);
  let page = await after(next, 2);
  const seen = [...page.changes];
  while (page.more) seen.push(...(page = await after(page.next, 2)).changes);
  expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(5);
  expect(await after(page.next, 2)).toEqual({ changes: [], next: page.next, more: false });
});

it('what cannot be shown moves the cursor all the same', async () => {
  const next = await end();
  await append('lead.received', uuidv7());
  const page = await after(next, 10);
  expect(page.changes).toEqual([]);
  expect(page.next).not.toBe(next);
});

it('what an older transaction could overtake waits for it', async () => {
  const next = await end();
  await dataSource.transaction(async (tx) => {
    await appendIn(tx, 'lead.overdue', leadId);
    await append('lead.paused', leadId);
    expect((await feed.after(next, 10)).changes).toEqual([]);
    expect((await feed.end()).next).toBe(next);
  });
  expect((await after(next, 10)).changes.map(({ event }) => event)).toEqual(['lead.overdue', 'lead.paused']);
});

it('from the beginning when asked so', async () => {
  expect((await after(FIRST_CHANGE, 1)).changes).toHaveLength(1);
});
