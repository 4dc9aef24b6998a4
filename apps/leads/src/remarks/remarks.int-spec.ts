import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { Timeline } from '../lead-page/timeline';
import { timelineQuery } from '../lead-page/timeline.schema';
import { person, storeLeads, storeMember, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { newRemarkBody } from './remarks.schema';
import { Remarks } from './remarks.service';

const now = new Date('2026-11-20T10:00:00Z');
const text = 'Rappeler Mme Durand au 06 12 34 56 78.\nElle préfère le matin.';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let zoe: UserPrincipal;
let leadId: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  const place = await storePointOfSale(dataSource, 'Garage du Port');
  zoe = person('SALESPERSON', [place]);
  await storeMember(dataSource, zoe, 'Zoé Martin');
  const createdAt = new Date(now.getTime() - 60_000);
  [leadId] = (await storeLeads(dataSource, [{ pointOfSaleId: place, createdAt }])) as [string];
});
afterAll(() => database?.drop());

const add = (who: UserPrincipal) =>
  dataSource.transaction((tx) => new Remarks().add(tx, who, leadId, newRemarkBody.parse({ text }).text, now));
const timeline = async (query: Record<string, string> = {}) =>
  (await new Timeline(dataSource).page(zoe, leadId, timelineQuery.parse(query))).items;

it('« Remarque de Zoé » stands in the timeline with what she wrote', async () => {
  const remark = await add(zoe);
  expect(remark).toMatchObject({ leadId, authorId: zoe.userId, text, createdAt: now.toISOString() });
  expect(await timeline()).toEqual([
    expect.objectContaining({
      ...{ type: 'lead.remarked', kind: 'REMARK', sentence: 'Remarque de Zoé Martin', text },
      actor: { kind: 'user', id: zoe.userId, name: 'Zoé Martin' },
      data: { remarkId: remark.id },
    }),
  ]);
});

it('the log knows the remark by its id alone, and the version of the lead stays', async () => {
  const events = await dataSource.query<{ data: object }[]>('SELECT * FROM leads.event WHERE subject = $1', [
    leadId,
  ]);
  expect(JSON.stringify(events)).not.toContain('Durand');
  const [lead] = await dataSource.query<object[]>(
    'SELECT version, last_activity_at FROM leads.lead WHERE id = $1',
    [leadId],
  );
  expect(lead).toEqual({ version: 1, last_activity_at: now });
});

it('the timeline can be asked for some kinds alone', async () => {
  expect(await timeline({ kind: 'REMARK' })).toHaveLength(1);
  expect(await timeline({ kind: 'PAUSE' })).toEqual([]);
});

it('who may not see the lead writes nothing about it', async () => {
  await expect(add(person('SALESPERSON', []))).rejects.toMatchObject({ status: 404 });
  expect(await timeline()).toHaveLength(1);
});

it('a remark has something in it, and ends', () => {
  expect(newRemarkBody.safeParse({ text: ' \n ' }).success).toBe(false);
  expect(newRemarkBody.safeParse({ text: 'é'.repeat(4_000) }).success).toBe(true);
  expect(newRemarkBody.safeParse({ text: 'é'.repeat(4_001) }).success).toBe(false);
});
