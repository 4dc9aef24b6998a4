import type { UserPrincipal } from '@relance/service-token';
import { pgPool } from '@relance/database';
import type { DataSource } from 'typeorm';
import { person, storeLeads, storeMember, storePointOfSale, type StoredLead } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadExport } from './lead-export';
import { leadExportQuery } from './lead-export.schema';

const now = new Date('2026-11-20T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let leads: LeadExport;
let here: string;
let zoe: UserPrincipal;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  leads = new LeadExport(dataSource);
});
afterAll(() => database?.drop());
beforeEach(async () => {
  here = await storePointOfSale(dataSource, 'Relance Lyon Est');
  zoe = person('MANAGER', [here]);
});

const file = (query: Record<string, unknown> = {}, who = zoe) =>
  leads.file(who, leadExportQuery.parse(query), now);

async function lines(query: Record<string, unknown> = {}, who = zoe): Promise<string[][]> {
  let text = '';
  for await (const piece of file(query, who)) text += piece;
  expect(text).toMatch(/^\uFEFF[^\uFEFF]*\r\n$/);
  return text
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(';'));
}
async function records(query: Record<string, unknown> = {}, who = zoe): Promise<Record<string, string>[]> {
  const [headers, ...rows] = await lines(query, who);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [headers![index]!, cell])));
}

it('a line says in French what the lead is, with names, and instants in the zone of the point of sale', async () => {
  await storeMember(dataSource, zoe, 'Zoé Martin');
  await storeLeads(dataSource, [
    {
      ...{ pointOfSaleId: here, createdAt: minutesAgo(60), type: 'VO', source: 'La Centrale' },
      ...{ assigneeId: zoe.userId, contactStatus: 'NO_ANSWER', tags: ['Particulier', 'VIP'] },
      contact: { firstName: 'Sacha', lastName: 'LIU', email: 's.liu@example.com', phone: '+33612345678' },
    },
  ]);
  const [record] = await records();
  expect(record).toMatchObject({
    Code: expect.stringMatching(/^L-2026-/) as string,
    ...{ 'Créé le': '20/11/2026 10:00', Échéance: '20/11/2026 10:10', 'Traité le': '' },
    ...{ 'Point de vente': 'Relance Lyon Est', Type: 'VO', Source: 'La Centrale', Responsable: 'Zoé Martin' },
    ...{ Statut: 'En Traitement', 'Statut du contact': 'Sans réponse', 'En souffrance': 'Oui' },
    ...{ Prénom: 'Sacha', Nom: 'LIU', 'E-mail': 's.liu@example.com', Téléphone: '06 12 34 56 78' },
    ...{ Étiquettes: 'Particulier, VIP', 'En pause': 'Non' },
  });
});

it('what strangers wrote is never a formula', async () => {
  const contact = { firstName: '=1+1', lastName: '@SUM(A1)', phone: '+41446681800' };
  await storeLeads(dataSource, [{ pointOfSaleId: here, createdAt: minutesAgo(1), contact }]);
  expect(await records()).toEqual([
    expect.objectContaining({ Prénom: "'=1+1", Nom: "'@SUM(A1)", Téléphone: '(+41) 446681800' }),
  ]);
});

it('leads chosen one by one are in the file, whatever the filters, if one may see them', async () => {
  const elsewhere = await storePointOfSale(dataSource, 'Relance Annecy');
  const stored = await storeLeads(dataSource, [
    { pointOfSaleId: here, createdAt: minutesAgo(3), source: 'Un' },
    { pointOfSaleId: here, createdAt: minutesAgo(2), source: 'Deux' },
    { pointOfSaleId: here, createdAt: minutesAgo(1), source: 'Trois' },
    { pointOfSaleId: elsewhere, createdAt: minutesAgo(1), source: 'Ailleurs' },
  ]);
  const [one, , three, away] = stored;
  const chosen = await records({ id: `${one},${three},${away}`, type: 'APV' });
  expect(chosen.map(({ Source }) => Source)).toEqual(['Trois', 'Un']);
});

it('the filters and the sort of the list hold, and people see their own points of sale', async () => {
  const lead: StoredLead = { pointOfSaleId: here, createdAt: minutesAgo(1) };
  await storeLeads(dataSource, [
    { ...lead, source: 'Un', createdAt: minutesAgo(3) },
    { ...lead, source: 'Deux', createdAt: minutesAgo(2) },
    { ...lead, source: 'Trois', type: 'APV' },
  ]);
  const sources = async (query: Record<string, unknown>, who = zoe) =>
    (await records(query, who)).map(({ Source }) => Source);
  expect(await sources({})).toEqual(['Trois', 'Deux', 'Un']);
  expect(await sources({ sort: 'createdAt', type: 'VN' })).toEqual(['Un', 'Deux']);
  expect(await sources({ pointOfSaleId: here }, person('ADMIN', 'ALL'))).toHaveLength(3);
  const stranger = person('MANAGER', []);
  expect(await lines({}, stranger)).toHaveLength(1);
  expect(leadExportQuery.safeParse({ limit: '10' }).success).toBe(false);
});

describe('many leads', () => {
  const COUNT = 13_100;
  let place: string;
  beforeAll(async () => {
    place = await storePointOfSale(dataSource, 'Grand');
    const all = Array.from({ length: COUNT }, (_, index) => ({
      ...{ pointOfSaleId: place, createdAt: minutesAgo(Math.floor(index / 3)) },
      tags: index < 700 ? ['VIP'] : [],
      ...(index % 2 === 0 && { contactStatus: 'NO_ANSWER' }),
    }));
    await storeLeads(dataSource, all);
  });
  const boss = person('ADMIN', 'ALL');

  it.each<[string, Record<string, unknown>, number]>([
    ['walked', {}, COUNT],
    ['walked by deadline', { sort: 'deadlineAt' }, COUNT],
    ['gathered, less than a page', { overdue: 'false', status: 'IN_PROGRESS' }, 30],
    ['too many, with a filter no index knows', { type: 'VN' }, COUNT],
    ['gathered', { contactStatus: 'NO_ANSWER' }, COUNT / 2],
    ['gathered, more than a page', { tag: 'VIP', sort: '-deadlineAt' }, 700],
  ])('each is there once: %s', async (_, query, expected) => {
    const codes = (await records({ ...query, pointOfSaleId: place }, boss)).map(({ Code }) => Code);
    expect(codes).toHaveLength(expected);
    expect(new Set(codes).size).toBe(expected);
  });

  it('a page is read when the one before has gone, and none after the reader has left', async () => {
    const query = jest.spyOn(pgPool(dataSource), 'query');
    const reading = file({ pointOfSaleId: place }, boss);
    await reading.next();
    const afterFirst = query.mock.calls.length;
    await reading.next();
    expect(query.mock.calls.length - afterFirst).toBe(1);
    await reading.return(undefined);
    expect(query.mock.calls.length).toBeLessThanOrEqual(4);
    query.mockRestore();
  });
});
