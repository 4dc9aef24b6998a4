import { IdempotencyService } from '@relance/idempotency';
import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { LeadTransaction } from '../lifecycle/lead-transaction';
import { LifecycleService } from '../lifecycle/lifecycle.service';
import { MemberDirectory } from '../organisation-projection/member-directory';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { person, silentFeed, storeLeads, storeMember, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { BulkActions } from './bulk-actions.service';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let lifecycle: LifecycleService;
let bulk: BulkActions;
let here: string;
let there: string;
let zoe: UserPrincipal;
let bob: UserPrincipal;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, silentFeed);
  const transaction = new LeadTransaction(dataSource, versions, pointsOfSale);
  lifecycle = new LifecycleService(transaction, new MemberDirectory(dataSource, silentFeed), pointsOfSale);
  bulk = new BulkActions(lifecycle, pointsOfSale, new IdempotencyService(dataSource, 'leads'));
  here = await storePointOfSale(dataSource, 'Ici');
  there = await storePointOfSale(dataSource, 'Ailleurs');
  zoe = person('SALESPERSON', [here]);
  bob = person('SALESPERSON', [here]);
  await storeMember(dataSource, zoe);
  await storeMember(dataSource, bob);
});
afterAll(() => database?.drop());

const leads = (count: number, more: { pointOfSaleId?: string; status?: string } = {}) =>
  storeLeads(
    dataSource,
    Array.from({ length: count }, () => ({
      ...{ pointOfSaleId: here, createdAt: new Date(Date.now() - 60_000) },
      ...(more.status === 'WON' && { pausedAt: new Date(), remainingMs: 1 }),
      ...more,
    })),
  );
const eventsOf = async (id: string) =>
  dataSource.query<{ type: string; data: { assigneeId: string | null } }[]>(
    'SELECT type, data FROM leads.event WHERE subject = $1 ORDER BY position',
    [id],
  );
const assigneeOf = async (id: string) =>
  (
    await dataSource.query<{ assignee_id: string | null }[]>(
      'SELECT assignee_id FROM leads.lead WHERE id = $1',
      [id],
    )
  )[0]!.assignee_id;
const done = (id: string, previousAssigneeId: string | null = null, version = 2) => ({
  ...{ id, previousAssigneeId, version },
  previousPointOfSaleId: here,
});

it('« Prendre en charge » two hundred leads: all are mine, each with one event, in the order asked', async () => {
  const ids = await leads(200);
  expect(await bulk.take(zoe, undefined, ids)).toEqual({ done: ids.map((id) => done(id)), failed: [] });
  const [{ count }] = await dataSource.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM leads.event WHERE subject = ANY ($1::uuid[]) AND type = 'lead.assigned'`,
    [ids],
  );
  expect(count).toBe(200);
});

it('what fails for one lead is told of that one, and the others are done', async () => {
  const [free, colleagues] = (await leads(2)) as [string, string];
  await bulk.take(bob, undefined, [colleagues]);
  const [won] = (await leads(1, { status: 'WON' })) as [string];
  const [foreign] = (await leads(1, { pointOfSaleId: there })) as [string];
  const unknown = uuidv7();

  const outcome = await bulk.take(zoe, undefined, [colleagues, free, won, foreign, unknown, free]);

  expect(outcome.done).toEqual([done(free)]);
  expect(outcome.failed.map(({ id, code }) => [id, code])).toEqual([
    [colleagues, 'LEAD_ALREADY_TAKEN'],
    [won, 'LEAD_ALREADY_CLOSED'],
    [foreign, 'NOT_FOUND'],
    [unknown, 'NOT_FOUND'],
  ]);
  expect(await assigneeOf(foreign)).toBeNull();
});

it('leads are assigned together, and given back by what the answer says', async () => {
  const ids = (await leads(2)) as [string, string];
  await bulk.take(bob, undefined, [ids[0]]);
  const outcome = await bulk.assign(zoe, undefined, { ids, userId: zoe.userId });
  expect(outcome.done).toEqual([done(ids[0], bob.userId, 3), done(ids[1])]);

  for (const { id, previousAssigneeId: userId } of outcome.done) {
    await dataSource.transaction((tx) => lifecycle.assign(tx, { leadId: id, principal: zoe }, { userId }));
  }
  expect([await assigneeOf(ids[0]), await assigneeOf(ids[1])]).toEqual([bob.userId, null]);
  expect((await eventsOf(ids[1])).map(({ data }) => data.assigneeId)).toEqual([zoe.userId, null]);
});

it('S2.8 leads go to another point of sale together; somebody who is not there gets none of them', async () => {
  const ids = await leads(2);
  const stranger = await bulk.assign(zoe, undefined, { ids, userId: zoe.userId, pointOfSaleId: there });
  expect(stranger.failed.map(({ code }) => code)).toEqual(['ASSIGNEE_NOT_ELIGIBLE', 'ASSIGNEE_NOT_ELIGIBLE']);
  const moved = await bulk.assign(zoe, undefined, { ids, pointOfSaleId: there });
  expect(moved.done).toHaveLength(2);
  // They are out of sight now.
  expect((await bulk.take(zoe, undefined, ids)).failed.map(({ code }) => code)).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  await expect(bulk.assign(zoe, undefined, { ids, pointOfSaleId: uuidv7() })).rejects.toMatchObject({
    code: 'UNKNOWN_POINT_OF_SALE',
  });
});

it('no lead goes to a point of sale that is not active any more; those that are there go on', async () => {
  const closed = await storePointOfSale(dataSource, 'Fermé', false);
  const ids = await leads(1);
  const refused = { code: 'POINT_OF_SALE_INACTIVE' };
  await expect(bulk.assign(zoe, undefined, { ids, pointOfSaleId: closed })).rejects.toMatchObject(refused);
  const assign = (leadId: string, to: object) =>
    dataSource.transaction((tx) => lifecycle.assign(tx, { leadId, principal: person('ADMIN', 'ALL') }, to));
  await expect(assign(ids[0]!, { pointOfSaleId: closed })).rejects.toMatchObject(refused);
  const [old] = (await leads(1, { pointOfSaleId: closed })) as [string];
  expect((await assign(old, { userId: null, pointOfSaleId: closed })).view.pointOfSaleId).toBe(closed);
});

describe('with an Idempotency-Key', () => {
  it('a repetition gives the first answer and changes nothing, whatever happened since', async () => {
    const ids = (await leads(2)) as [string, string];
    const [foreign] = (await leads(1, { pointOfSaleId: there })) as [string];
    const key = uuidv7();
    const body = { ids: [...ids, foreign], userId: zoe.userId };
    const first = await bulk.assign(zoe, key, body);
    await bulk.assign(zoe, undefined, { ids, userId: bob.userId });
    expect(await bulk.assign(zoe, key, body)).toEqual(first);
    expect(await assigneeOf(ids[0])).toBe(bob.userId);
    await expect(bulk.assign(zoe, key, { ...body, userId: bob.userId })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('a request that broke off goes on where it stopped', async () => {
    const ids = (await leads(3)) as [string, string, string];
    const key = uuidv7();
    const take = jest.spyOn(lifecycle, 'take');
    const real = LifecycleService.prototype.take;
    take.mockImplementation(async (tx, acting) => {
      if (acting.leadId === ids[2]) throw new Error('the connection is gone');
      return real.call(lifecycle, tx, acting);
    });
    await expect(bulk.take(zoe, key, ids)).rejects.toThrow('the connection is gone');
    take.mockRestore();
    expect(await bulk.take(zoe, key, ids)).toEqual({ done: ids.map((id) => done(id)), failed: [] });
    for (const id of ids) expect(await eventsOf(id)).toHaveLength(1);
  });
});
