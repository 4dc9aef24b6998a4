import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { listedPage } from '../testing/listed-page';
import { person, storeLeads, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadList } from './lead-list';
import { leadListQuery, LEAD_SORTS } from './lead-list.schema';
import { LongLists } from './lead-list-totals';
import { LeadReader } from './lead-reader';

const now = new Date('2026-11-20T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let list: LeadList;
let reader: LeadReader;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  const versions = new SettingsVersions(dataSource);
  list = new LeadList(dataSource, versions, new LongLists());
  reader = new LeadReader(dataSource, versions);
});
afterAll(() => database?.drop());

async function page(who: UserPrincipal, query: Record<string, unknown> = {}) {
  return listedPage(list, who, query, now);
}

async function found(who: UserPrincipal, query: Record<string, unknown>): Promise<Set<string>> {
  const { items, total } = await page(who, { limit: '200', ...query });
  expect(total).toBe(items.length);
  return new Set(items.map(({ id }) => id));
}

describe('who sees what', () => {
  let here: string, there: string, mine: string[], theirs: string[], seller: UserPrincipal;

  beforeAll(async () => {
    here = await storePointOfSale(dataSource, 'Ici');
    there = await storePointOfSale(dataSource, 'Ailleurs');
    mine = await storeLeads(dataSource, [{ pointOfSaleId: here, createdAt: minutesAgo(1) }]);
    theirs = await storeLeads(dataSource, [{ pointOfSaleId: there, createdAt: minutesAgo(2) }]);
    seller = person('SALESPERSON', [here]);
  });

  it('people see the leads of their own points of sale', async () => {
    expect(await found(seller, {})).toEqual(new Set(mine));
    expect(await found(person('ADMIN', 'ALL'), {})).toEqual(new Set([...mine, ...theirs]));
    expect(await found(person('MANAGER', []), {})).toEqual(new Set());
  });

  it('a filter on a foreign point of sale gives an empty list, not an error', async () => {
    expect(await page(seller, { pointOfSaleId: there })).toEqual({ items: [], nextCursor: null, total: 0 });
    expect(await found(seller, { pointOfSaleId: [here, there] })).toEqual(new Set(mine));
  });

  it('one lead is read by those who may see it, and is not there for others', async () => {
    await expect(reader.byId(seller, mine[0]!)).resolves.toMatchObject({ version: 1, view: { id: mine[0] } });
    await expect(reader.byId(seller, theirs[0]!)).rejects.toMatchObject({ status: 404 });
  });
});

describe('filters', () => {
  let place: string, manager: UserPrincipal, leads: Record<string, string>;

  beforeAll(async () => {
    place = await storePointOfSale(dataSource, 'Filtres');
    manager = person('MANAGER', [place]);
    const base = { pointOfSaleId: place, createdAt: minutesAgo(5) };
    const asked = {
      plain: base,
      won: { ...base, status: 'WON', pausedAt: minutesAgo(1), remainingMs: 1 },
      late: { ...base, createdAt: minutesAgo(60) },
      lateAtThisInstant: { ...base, createdAt: minutesAgo(10) },
      pausedLate: { ...base, createdAt: minutesAgo(60), pausedAt: minutesAgo(55), remainingMs: 300_000 },
      mine: { ...base, assigneeId: manager.userId, contactStatus: 'NO_ANSWER' },
      workshop: { ...base, type: 'APV' as const, source: 'LeBonCoin', tags: ['Particulier', 'VIP'] },
      zoe: {
        ...base,
        contact: {
          firstName: 'Zoé',
          lastName: 'Martin',
          email: 'zoe.martin@example.com',
          phone: '+33612345678',
        },
      },
      old: { ...base, createdAt: new Date('2026-01-10T00:00:00Z'), status: 'LOST', pausedAt: minutesAgo(2) },
    };
    const ids = await storeLeads(dataSource, Object.values(asked));
    leads = Object.fromEntries(Object.keys(asked).map((name, index) => [name, ids[index]!]));
  });

  const named = (...names: string[]) => new Set(names.map((name) => leads[name]!));
  const allBut = (...names: string[]) => {
    const left = new Set(Object.values(leads));
    for (const name of names) left.delete(leads[name]!);
    return left;
  };

  it.each<[string, Record<string, unknown>, () => Set<string>]>([
    ['status', { status: 'WON' }, () => named('won')],
    ['several statuses, repeated', { status: ['WON', 'LOST'] }, () => named('won', 'old')],
    ['several statuses, with a comma', { status: 'WON,LOST' }, () => named('won', 'old')],
    ['contact status', { contactStatus: 'NO_ANSWER' }, () => named('mine')],
    ['paused', { paused: 'true' }, () => named('won', 'pausedLate', 'old')],
    ['not paused', { paused: 'false', type: 'APV' }, () => named('workshop')],
    ['assigned to me', { assigneeId: 'me' }, () => named('mine')],
    ['assigned to nobody', { assigneeId: 'none' }, () => allBut('mine')],
    ['type', { type: 'APV,VD' }, () => named('workshop')],
    ['source, in whatever case', { source: 'LEBONCOIN' }, () => named('workshop')],
    ['tag', { tag: 'VIP' }, () => named('workshop')],
    ['no call tracking', { callTracking: 'NONE', tag: 'VIP' }, () => named('workshop')],
    ['call tracking, which no lead has yet', { callTracking: 'CALLED' }, () => named()],
    ['the beginning of a name, without accents', { q: 'zo mart' }, () => named('zoe')],
    ['an e-mail', { q: 'ZOE.martin@' }, () => named('zoe')],
    ['a telephone number as people write it', { q: '06 12 34 56' }, () => named('zoe')],
    ['words that nobody has', { q: 'zoe durand' }, () => named()],
    ['nothing to search for', { q: ' - ', tag: 'VIP' }, () => named('workshop')],
    ['created from, inclusive', { createdFrom: minutesAgo(60).toISOString() }, () => allBut('old')],
    ['created to, exclusive', { createdTo: minutesAgo(60).toISOString() }, () => named('old')],
    [
      'instants no calendar has',
      { createdFrom: '0000-01-01T00:00:00Z', tag: 'VIP' },
      () => named('workshop'),
    ],
    [
      'all at once',
      { status: 'IN_PROGRESS', type: 'APV', tag: 'VIP', source: 'leboncoin' },
      () => named('workshop'),
    ],
  ])('%s', async (_, query, expected) => {
    for (const sort of LEAD_SORTS) expect(await found(manager, { ...query, sort })).toEqual(expected());
  });

  it('overdue follows from stored instants: nobody has recorded it, and no worker runs', async () => {
    const overdue = await page(manager, { overdue: 'true' });
    expect(new Set(overdue.items.map(({ id }) => id))).toEqual(named('late', 'lateAtThisInstant'));
    expect(overdue.items.every((lead) => lead.overdue && lead.remainingSeconds === 0)).toBe(true);
    const others = await page(manager, { overdue: 'false', limit: '200' });
    expect(new Set(others.items.map(({ id }) => id))).toEqual(allBut('late', 'lateAtThisInstant'));
    expect(others.items.some((lead) => lead.overdue)).toBe(false);
    expect((await page(manager, { overdue: 'true', status: 'WON' })).total).toBe(0);
  });
});

describe('keyset pages', () => {
  let places: string[], ids: string[];

  beforeAll(async () => {
    places = [await storePointOfSale(dataSource, 'Un'), await storePointOfSale(dataSource, 'Deux')];
    // Many leads of the same millisecond, in both places and all statuses.
    ids = await storeLeads(
      dataSource,
      Array.from({ length: 230 }, (_, n) => ({
        pointOfSaleId: places[n % 2]!,
        createdAt: new Date(now.getTime() - (n % 7) * 3),
        status: ['IN_PROGRESS', 'WON', 'LOST'][n % 3]!,
        type: n % 5 === 0 ? ('VO' as const) : ('VN' as const),
      })),
    );
  });

  async function walk(who: UserPrincipal, query: Record<string, unknown>, through = list) {
    const seen: { id: string; key: string }[] = [];
    let cursor: string | null = null;
    do {
      const asked = { ...query, limit: '17', ...(cursor ? { cursor } : {}) };
      const answer = await listedPage(through, who, asked, now);
      const { sort } = leadListQuery.parse(asked);
      seen.push(
        ...answer.items.map((lead) => ({
          id: lead.id,
          key: sort.endsWith('createdAt') ? lead.createdAt : lead.deadlineAt,
        })),
      );
      cursor = answer.nextCursor;
    } while (cursor);
    return seen;
  }

  /** Every list is long to it: pages come by walking the index, not by gathering and sorting. */
  class AlwaysLong extends LongLists {
    override isLong(): boolean {
      return true;
    }
  }

  it.each(LEAD_SORTS)('by %s leave no gap and repeat nothing, among equal instants too', async (sort) => {
    const walking = new LeadList(dataSource, new SettingsVersions(dataSource), new AlwaysLong());
    const scopes = [person('MANAGER', places), person('ADMIN', 'ALL')];
    for (const who of scopes) {
      const query = { sort, pointOfSaleId: places };
      const gathered = await walk(who, query);
      expect(new Set(gathered.map(({ id }) => id))).toEqual(new Set(ids));
      expect(gathered).toHaveLength(ids.length);
      const keys = gathered.map(({ key, id }) => `${key} ${id}`);
      expect(keys).toEqual(sort.startsWith('-') ? [...keys].sort().reverse() : [...keys].sort());
      for (const filter of [
        {},
        { status: 'WON' },
        { type: 'VO' },
        { status: 'IN_PROGRESS', contactStatus: 'TO_CONTACT' },
        { overdue: 'true' },
        { source: 'site web' },
      ]) {
        const walked = await walk(who, { ...query, ...filter }, walking);
        expect(walked).toEqual(await walk(who, { ...query, ...filter }));
      }
    }
  });

  it('a cursor goes with its filters and its sort; another one is refused', async () => {
    const manager = person('MANAGER', places);
    const { nextCursor: cursor } = await page(manager, { status: 'WON' });
    expect(cursor).not.toBeNull();
    await expect(page(manager, { status: 'WON', cursor })).resolves.toMatchObject({ total: 77 });
    for (const query of [{}, { status: 'LOST' }, { status: 'WON', sort: 'createdAt' }]) {
      await expect(page(manager, { ...query, cursor })).rejects.toMatchObject({ status: 400 });
    }
    for (const bad of ['x', 'bnVsbA', Buffer.from('["a",1e400,"b"]').toString('base64url')]) {
      await expect(page(manager, { cursor: bad })).rejects.toMatchObject({ status: 400 });
    }
  });
});

describe('total', () => {
  it('is exact to 10,000 and then « at least »', async () => {
    const place = await storePointOfSale(dataSource, 'Beaucoup');
    const manager = person('MANAGER', [place]);
    const store = (count: number) =>
      storeLeads(
        dataSource,
        Array.from({ length: count }, (_, n) => ({ pointOfSaleId: place, createdAt: minutesAgo(n) })),
      );
    await store(10_000);
    expect((await page(manager)).total).toBe(10_000);
    await store(1);
    expect((await page(manager)).total).toEqual({ atLeast: 10_000 });
    await store(2_500);
    for (let times = 0; times < 2; times += 1) {
      const { total, items } = await page(manager, { limit: '80' });
      expect(total).toEqual({ atLeast: 10_000 });
      expect(items).toHaveLength(80);
    }
    expect((await page(manager, { overdue: 'false' })).total).toBe(21);
  });
});
