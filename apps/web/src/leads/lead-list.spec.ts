import type { Lead } from './lead';
import { LeadList, type LeadSource } from './lead-list';
import type { ListPage } from './row-book';

const ME = 'me';

function lead(number: number, change: Partial<Lead> = {}): Lead {
  const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return {
    id,
    createdAt: new Date(number * 1000).toISOString(),
    deadlineAt: new Date(number * 1000 + 600_000).toISOString(),
    status: 'IN_PROGRESS',
    contactStatus: 'TO_CONTACT',
    assigneeId: null,
    source: { name: 'Site', category: null },
    ...change,
  } as Lead;
}

/** The API with these leads, newest first. */
class Shop implements LeadSource {
  leads: Lead[];
  asked: string[] = [];
  constructor(count: number) {
    this.leads = Array.from({ length: count }, (_, index) => lead(index + 1));
  }

  readPage: LeadSource['readPage'] = (query) => {
    this.asked.push(`${query.cursor ?? 'start'}+${query.limit}`);
    const matching = this.leads
      .filter(({ assigneeId }) => query.assigneeId !== 'none' || assigneeId === null)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const rest = query.cursor ? matching.filter(({ id }) => id < query.cursor!) : matching;
    const items = rest.slice(0, query.limit);
    return Promise.resolve({
      items,
      nextCursor: rest.length > items.length ? items.at(-1)!.id : null,
      total: matching.length > 10_000 ? { atLeast: 10_000 } : matching.length,
    } satisfies ListPage);
  };

  readOne: LeadSource['readOne'] = (id) => {
    this.asked.push(id.slice(-4));
    return Promise.resolve(this.leads.find((each) => each.id === id) ?? null);
  };

  edit(number: number, change: Partial<Lead>): string {
    const found = this.leads.findIndex(({ id }) => id === lead(number).id);
    this.leads[found] = { ...this.leads[found]!, ...change };
    return lead(number).id;
  }
}

async function opened(shop: Shop, query: LeadList['query'] = {}): Promise<LeadList> {
  const list = new LeadList({ sort: '-createdAt', ...query }, shop, ME);
  await list.readHead();
  return list;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const numberAt = (list: LeadList, index: number): number | undefined => {
  const row = list.rowAt(index);
  return row && Number(row.lead.id.slice(-12));
};

describe('a list of leads', () => {
  it('that was empty shows what comes at once: there is nothing that could move', async () => {
    const shop = new Shop(0);
    const list = await opened(shop);
    expect(list.count).toBe(0);
    shop.leads.push(lead(1));
    await list.readHead();
    expect([list.count, numberAt(list, 0), list.newcomers]).toEqual([1, 1, 0]);
  });

  it('makes room for all of them and reads what is in sight', async () => {
    const shop = new Shop(1_000);
    const list = await opened(shop);
    expect(list.count).toBe(1_000);
    expect(numberAt(list, 0)).toBe(1_000);
    expect(list.rowAt(60)).toBeUndefined();
    list.show(40, 70);
    await settled();
    expect(numberAt(list, 60)).toBe(940);
    expect(shop.asked).toHaveLength(2);
  });

  it('walks to rows far away, then knows the way', async () => {
    const shop = new Shop(12_000);
    const list = await opened(shop);
    expect(list.count).toBeGreaterThanOrEqual(10_000);
    for (let last = 0; last < list.count; await settled()) {
      last = list.count;
      list.show(last - 20, last - 1);
    }
    expect(list.count).toBe(12_000);
    expect(numberAt(list, 11_999)).toBe(1);
    shop.asked = [];
    list.show(5_000, 5_020);
    await settled();
    expect(numberAt(list, 5_000)).toBe(7_000);
    expect(shop.asked).toHaveLength(1);
  });

  it('stops walking when the reader turns round', async () => {
    const shop = new Shop(12_000);
    const list = await opened(shop);
    list.show(9_000, 9_020);
    list.show(0, 20);
    await settled();
    expect(shop.asked.length).toBeLessThanOrEqual(2);
  });

  it('keeps some thousand leads in memory, whatever was passed', async () => {
    const list = await opened(new Shop(12_000));
    list.show(9_900, 9_920);
    await settled();
    expect(list.rowAt(3_000)).toBeUndefined();
    expect(list.rowAt(0)).toBeDefined();
  });

  it('brings changed rows up to date where they are', async () => {
    const shop = new Shop(30);
    const list = await opened(shop);
    list.show(0, 20);
    await list.refresh([shop.edit(25, { assigneeId: ME })]);
    expect(list.rowAt(5)?.lead.assigneeId).toBe(ME);
    expect(list.rowAt(5)?.gone).toBe(false);
  });

  it('does not read again what is out of sight until it comes into sight', async () => {
    const shop = new Shop(600);
    const list = await opened(shop);
    list.show(0, 300);
    await settled();
    list.show(0, 20);
    shop.asked = [];
    await list.refresh([shop.edit(400, { contactStatus: 'NO_ANSWER' })]);
    expect(shop.asked).toEqual([]);
    list.show(190, 210);
    await settled();
    expect(list.rowAt(200)?.lead.contactStatus).toBe('NO_ANSWER');
  });

  it('reads many changed rows by their page', async () => {
    const shop = new Shop(50);
    const list = await opened(shop, { assigneeId: 'none' });
    list.show(0, 40);
    shop.asked = [];
    const ids = [50, 49, 48, 47, 46, 45, 44].map((number) => shop.edit(number, { assigneeId: ME }));
    await list.refresh(ids);
    expect(shop.asked).toEqual(['start+50']);
    expect(list.rowAt(0)?.gone).toBe(true);
    expect(list.rowAt(7)?.gone).toBe(false);
  });

  it('keeps rows that left in their place until the list is let in anew', async () => {
    const shop = new Shop(30);
    const list = await opened(shop, { assigneeId: 'none' });
    list.show(0, 20);
    await list.refresh([shop.edit(30, { assigneeId: ME })]);
    expect(list.rowAt(0)).toMatchObject({ gone: true, lead: { assigneeId: ME } });
    await list.readHead();
    expect(numberAt(list, 0)).toBe(30);
    expect(list.newcomers).toBe(0);
    expect(list.hasNews).toBe(true);
    list.letIn();
    expect(numberAt(list, 0)).toBe(29);
    expect(list.hasNews).toBe(false);
  });

  it('counts newcomers and lets them in when asked', async () => {
    const shop = new Shop(300);
    const list = await opened(shop);
    shop.leads.push(lead(301), lead(302));
    await list.readHead();
    expect(list.newcomers).toBe(2);
    expect(numberAt(list, 0)).toBe(300);
    list.letIn();
    expect([numberAt(list, 0), numberAt(list, 2)]).toEqual([302, 300]);
    expect(list.rowAt(0)?.fresh).toBe(true);
    expect(list.rowAt(2)?.fresh).toBe(false);
    expect(list.newcomers).toBe(0);
  });

  it('counts those that came while nobody was told, in a list that is read to its end', async () => {
    const shop = new Shop(30);
    const list = await opened(shop);
    list.show(0, 29);
    await settled();
    shop.leads.push(lead(31));
    await list.readAgain();
    await settled();
    expect([list.newcomers, list.count, list.rowAt(0)?.lead.id]).toEqual([1, 30, lead(30).id]);
    list.letIn();
    expect([list.count, list.rowAt(0)?.lead.id]).toEqual([31, lead(31).id]);
  });

  it('asks for each page in sight once when it is read again', async () => {
    const shop = new Shop(300);
    const list = await opened(shop);
    list.show(0, 60);
    await settled();
    const pages = [...shop.asked];
    shop.asked = [];
    await list.readAgain();
    await settled();
    expect(shop.asked).toEqual(pages);
  });

  it('does not take rows of the second page for newcomers when one of the first left', async () => {
    const shop = new Shop(300);
    const list = await opened(shop);
    shop.leads = shop.leads.filter(({ id }) => id !== lead(290).id);
    await list.readHead();
    expect(list.newcomers).toBe(0);
    expect(list.rowAt(10)?.gone).toBe(true);
  });

  it('does not take rows for gone that newcomers pushed off the first page, and brings them up to date', async () => {
    const shop = new Shop(300);
    const list = await opened(shop);
    list.show(0, 40);
    shop.leads.push(lead(301), lead(302), lead(303));
    shop.edit(251, { contactStatus: 'NO_ANSWER' });
    await list.readAgain();
    await settled();
    expect([list.newcomers, numberAt(list, 49)]).toEqual([3, 251]);
    expect(list.rowAt(49)).toMatchObject({ gone: false, lead: { contactStatus: 'NO_ANSWER' } });
    // And when many of them changed at once.
    await list.refresh([300, 299, 298, 297, 296, 295].map((number) => lead(number).id));
    expect([...Array(50).keys()].filter((index) => list.rowAt(index)?.gone)).toEqual([]);
    list.letIn();
    expect([numberAt(list, 0), numberAt(list, 49)]).toEqual([303, 254]);
    list.show(40, 60);
    await settled();
    expect([numberAt(list, 50), numberAt(list, 60)]).toEqual([253, 243]);
  });

  it('has news when a lead got another deadline, and keeps it in its place until it is let in', async () => {
    const shop = new Shop(60);
    const byDeadline = (one: Lead, other: Lead): number => (one.deadlineAt < other.deadlineAt ? -1 : 1);
    shop.readPage = () => {
      const items = shop.leads.toSorted(byDeadline).slice(0, 50);
      return Promise.resolve({ items, nextCursor: 'more', total: 60 });
    };
    const list = await opened(shop, { sort: 'deadlineAt' });
    expect(numberAt(list, 0)).toBe(1);
    list.show(0, 20);
    await list.refresh([shop.edit(1, { deadlineAt: new Date(999_000_000).toISOString() })]);
    await list.readHead();
    expect([numberAt(list, 0), list.rowAt(0)?.gone, list.hasNews]).toEqual([1, false, true]);
    list.letIn();
    expect([numberAt(list, 0), list.hasNews]).toEqual([2, false]);
    await list.readHead();
    expect(list.hasNews).toBe(false);
  });

  it('shows what the person did at once, and can take it back', async () => {
    const list = await opened(new Shop(10));
    const id = lead(10).id;
    const before = list.change([id, 'unknown'], (each) => ({ ...each, assigneeId: ME }));
    expect(list.rowAt(0)?.lead.assigneeId).toBe(ME);
    list.change(before.keys(), (each) => before.get(each.id)!);
    expect(list.rowAt(0)?.lead.assigneeId).toBeNull();
  });

  it('says what went wrong and goes on when asked', async () => {
    const shop = new Shop(300);
    const list = await opened(shop);
    const { readPage } = shop;
    shop.readPage = () => Promise.reject(new Error('away'));
    list.show(60, 80);
    await settled();
    expect(list.error).toBeInstanceOf(Error);
    shop.readPage = readPage;
    list.retry();
    await settled();
    expect(list.error).toBeNull();
    expect(list.rowAt(60)).toBeDefined();
  });

  it('that is empty has no rows', async () => {
    const list = await opened(new Shop(0));
    expect(list.count).toBe(0);
  });
});
