import { pgPool } from '@relance/database';
import type { UserPrincipal } from '@relance/service-token';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { listedPage } from '../testing/listed-page';
import { person, storeLeads, storePointOfSale, type StoredLead } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadList } from './lead-list';
import { SearchTerms } from './lead-list-search-terms';
import { LongLists } from './lead-list-totals';
import { LeadReader } from './lead-reader';

const now = new Date('2026-11-20T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let list: LeadList;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  list = newList();
});
afterAll(() => database?.drop());

/** One that remembers nothing yet. */
function newList(): LeadList {
  return new LeadList(dataSource, new SettingsVersions(dataSource), new LongLists());
}

function page(who: UserPrincipal, query: Record<string, unknown> = {}, from = list) {
  return listedPage(from, who, query, now);
}

async function allIds(who: UserPrincipal, query: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page(who, { ...query, ...(cursor ? { cursor } : {}) });
    ids.push(...answer.items.map(({ id }) => id));
    cursor = answer.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

describe('a list', () => {
  it('says of each lead what the lead says of itself', async () => {
    const place = await storePointOfSale(dataSource, 'Les mêmes');
    const admin = person('ADMIN', 'ALL');
    const base: StoredLead = { pointOfSaleId: place, createdAt: new Date('2026-11-20T09:58:00.120Z') };
    const contact = {
      firstName: 'Zoé',
      lastName: 'L’« œuf »',
      email: 'zoe@example.com',
      phone: '+33612345678',
    };
    const reminder = { number: 1, dueAt: minutesAgo(-2).toISOString(), remainingMs: null };
    const ids = await storeLeads(dataSource, [
      base,
      { ...base, contact, tags: ['VIP', 'a "b", {c}'], assigneeId: admin.userId },
      { ...base, createdAt: minutesAgo(60) },
      { ...base, createdAt: minutesAgo(60), pausedAt: minutesAgo(55), remainingMs: 300_001 },
      { ...base, status: 'LOST', pausedAt: minutesAgo(1), remainingMs: null },
      { ...base, reminders: [{ ...reminder, sentAt: null, missedAt: null }] },
    ]);
    await dataSource.query(
      `UPDATE leads.lead SET vehicle = '{"make": "Peugeot", "year": 2020}', trade_ins = '[{"make": "Renault"}]',
         message = E'deux\nlignes', handled_at = created_at, pause_reasons = '{HANDLED}' WHERE id = $1`,
      [ids[3]],
    );
    const reader = new LeadReader(dataSource, new SettingsVersions(dataSource));
    // The second time what they say is in memory, and what their time is, is not.
    for (const at of [now, new Date(now.getTime() + 90_000)]) {
      const { items } = await listedPage(list, admin, { pointOfSaleId: place }, at);
      expect(items).toHaveLength(ids.length);
      for (const item of items) expect(item).toEqual((await reader.byId(admin, item.id, at)).view);
    }
  });

  it.each([
    ['a lead', `UPDATE leads.lead SET message = 'Autre chose' WHERE id = $1`, { message: 'Autre chose' }],
    [
      'its contact',
      `UPDATE leads.contact SET phone = '+33700000000' WHERE lead_id = $1`,
      { contact: { phone: '+33700000000' } },
    ],
  ])('shows at once what has changed of %s since its page was read', async (_, change, expected) => {
    const place = await storePointOfSale(dataSource, 'Changements');
    const manager = person('MANAGER', [place]);
    const base = {
      pointOfSaleId: place,
      createdAt: minutesAgo(1),
      contact: { firstName: 'Léa', lastName: 'Roy' },
    };
    const [id] = await storeLeads(dataSource, [base, base]);
    const before = await page(manager);
    await dataSource.query(change, [id]);
    const after = await page(manager);
    const changed = ({ items }: typeof after) => items.find((lead) => lead.id === id);
    expect(changed(after)).toMatchObject(expected);
    expect(changed(before)).not.toMatchObject(expected);
    expect(after.items.filter((lead) => lead.id !== id)).toEqual(
      before.items.filter((lead) => lead.id !== id),
    );
  });

  it('is as of one instant, also when a lead changes while what it says is read', async () => {
    const place = await storePointOfSale(dataSource, 'Entre deux');
    const manager = person('MANAGER', [place]);
    const [id] = await storeLeads(dataSource, [{ pointOfSaleId: place, createdAt: minutesAgo(1) }]);
    await page(manager);
    await dataSource.query(`UPDATE leads.lead SET message = 'un' WHERE id = $1`, [id]);
    const pool = pgPool(dataSource);
    const query = pool.query.bind(pool) as (...asked: unknown[]) => Promise<unknown>;
    let moved = 0;
    const asking = jest.spyOn(pool, 'query').mockImplementation((async (asked: { text: string }) => {
      // It goes elsewhere between both statements: who asks may not see it there.
      if (asked.text.includes('ANY ($1::uuid[])')) {
        moved += 1;
        await query(
          `UPDATE leads.lead SET message = 'deux', point_of_sale_id = gen_random_uuid() WHERE id = $1`,
          [id],
        );
      }
      return query(asked);
    }) as never);
    const { items } = await page(manager).finally(() => asking.mockRestore());
    expect(moved).toBe(1);
    expect(items).toEqual([]);
  });

  it('has a lead, and counts it, as soon as it is stored', async () => {
    const place = await storePointOfSale(dataSource, 'Tout de suite');
    const manager = person('MANAGER', [place]);
    for (const query of [{}, { type: 'VN' }, { status: 'IN_PROGRESS', type: 'VN' }, { overdue: 'true' }]) {
      const { total: before } = await page(manager, query);
      const [id] = await storeLeads(dataSource, [{ pointOfSaleId: place, createdAt: minutesAgo(30) }]);
      const { items, total } = await page(manager, query);
      expect([total, items.map((item) => item.id)]).toEqual([
        Number(before) + 1,
        expect.arrayContaining([id]),
      ]);
    }
  });

  it('is counted also where its last page has become empty', async () => {
    const place = await storePointOfSale(dataSource, 'Fin');
    const manager = person('MANAGER', [place]);
    const ids = await storeLeads(
      dataSource,
      [1, 2, 3].map((age) => ({ pointOfSaleId: place, createdAt: minutesAgo(age) })),
    );
    for (const query of [{}, { status: 'IN_PROGRESS', type: 'VN' }]) {
      const { nextCursor: cursor } = await page(manager, { ...query, limit: '2' });
      await dataSource.query('UPDATE leads.lead SET point_of_sale_id = $2 WHERE id = $1', [ids[2], ids[2]]);
      expect(await page(manager, { ...query, limit: '2', cursor })).toEqual({
        items: [],
        nextCursor: null,
        total: 2,
      });
      await dataSource.query('UPDATE leads.lead SET point_of_sale_id = $2 WHERE id = $1', [ids[2], place]);
    }
  });
});

describe('leads that are few among many', () => {
  let manager: UserPrincipal, rare: string[];

  beforeAll(async () => {
    const place = await storePointOfSale(dataSource, 'Rares');
    manager = person('MANAGER', [place]);
    // More of another type before them than a walk is ready to meet.
    const many = Array.from({ length: 8_500 }, (_, n) => ({
      pointOfSaleId: place,
      createdAt: new Date(now.getTime() - n),
    }));
    await storeLeads(dataSource, many);
    const old = (n: number) => ({ pointOfSaleId: place, createdAt: minutesAgo(60 + n), type: 'VO' as const });
    rare = await storeLeads(
      dataSource,
      Array.from({ length: 30 }, (_, n) => old(n)),
    );
  });

  it.each([
    ['-createdAt', (ids: string[]) => ids],
    ['createdAt', (ids: string[]) => [...ids].reverse()],
    ['-deadlineAt', (ids: string[]) => ids],
    ['deadlineAt', (ids: string[]) => [...ids].reverse()],
  ] as const)('are all found by %s, in order, whatever stands before them', async (sort, inOrder) => {
    for (const query of [
      { type: 'VO', status: 'IN_PROGRESS', limit: '7' },
      { type: 'VO', status: 'IN_PROGRESS,WON', limit: '30' },
      { type: 'VO', limit: '80' },
    ]) {
      expect(await allIds(manager, { ...query, sort })).toEqual(inOrder(rare));
      expect((await page(manager, { ...query, sort }, newList())).total).toBe(30);
    }
  });

  it('are found, too, where they stand close together', async () => {
    const query = { type: 'VN', status: 'IN_PROGRESS', limit: '200' };
    expect(await allIds(manager, query)).toHaveLength(8_500);
    expect((await page(manager, query)).total).toBe(8_500);
  });
});

describe('a search for a common word and a rare one', () => {
  it('finds the same, whatever is known of how common they are', async () => {
    const place = await storePointOfSale(dataSource, 'Prénoms');
    const manager = person('MANAGER', [place]);
    const called = (firstName: string, lastName: string) => ({
      ...{ pointOfSaleId: place, createdAt: now },
      contact: { firstName, lastName },
    });
    await storeLeads(
      dataSource,
      Array.from({ length: 3_000 }, () => called('Camille', 'Durand')),
    );
    const [wanted] = await storeLeads(dataSource, [
      called('Camille', 'Moreau'),
      called('Léa', 'Moreau'),
      called('Léa', 'Moral'),
    ]);
    const asked = [
      ['camille moreau', [wanted]],
      ['mor cam', [wanted]],
      ['camille durand moreau', []],
    ] as const;
    for (const [q, expected] of asked) expect(await allIds(manager, { q, limit: '200' })).toEqual(expected);
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query('ANALYZE leads.contact').finally(() => admin.end());
    const terms = new SearchTerms(dataSource);
    const search = `'camille':* & 'moreau':* & 'cam'`;
    expect(await terms.commonOf(search, now.getTime())).toEqual(new Set([`'camille':*`]));
    expect(await terms.commonOf(`'camille':*`, now.getTime())).toBeUndefined();
    for (const [q, expected] of asked) {
      expect((await page(manager, { q, limit: '200' }, newList())).items.map(({ id }) => id)).toEqual(
        expected,
      );
    }
    expect((await page(manager, { q: 'camille durand' }, newList())).total).toBe(3_000);
  });
});
