import type { DataSource } from 'typeorm';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { uuidv7 } from '../uuid';
import { leadViewBody, newLeadViewBody, type SavedLeadView } from './lead-views.schema';
import { LeadViews } from './lead-views.service';

let database: ThrowawayDatabase;
let dataSource: DataSource;
let views: LeadViews;
let zoe: string;

beforeAll(async () => {
  database = await createThrowawayDatabase();
  dataSource = database.dataSource;
  views = new LeadViews(dataSource);
});
afterAll(() => database?.drop());
beforeEach(() => void (zoe = uuidv7()));

const create = (name: string, query: object = {}, owner = zoe) =>
  dataSource.transaction((tx) => views.create(tx, owner, newLeadViewBody.parse({ name, query })));
const save = (view: SavedLeadView, edit: object, owner = zoe, version = view.version) =>
  views.save(owner, view.id, version, leadViewBody.parse({ name: view.name, query: view.query, ...edit }));
const order = async () => (await views.of(zoe)).map(({ name, position }) => `${position} ${name}`);
const problems = (query: unknown) =>
  newLeadViewBody.safeParse({ name: 'x', query }).error?.issues.map(({ path }) => path.join('.')) ?? [];

it('filters are kept as they were written, for one person', async () => {
  const query = {
    status: 'IN_PROGRESS',
    type: ['VN', 'VO'],
    assigneeId: 'me',
    overdue: 'true',
    sort: 'deadlineAt',
  };
  const view = await create('  VO à rappeler ', query);
  expect(view).toEqual({ id: view.id, name: 'VO à rappeler', query, position: 0, version: 1 });
  expect(await views.of(zoe)).toEqual([view]);
  expect(await views.of(uuidv7())).toEqual([]);
});

it('what the list would refuse is refused', () => {
  expect(problems({ createdFrom: '2026-11-20T00:00:00Z', q: 'zo', tag: 'VIP' })).toEqual([]);
  expect(problems({ period: '7d', type: 'VN' })).toEqual([]);
  expect(problems({ period: '2026-11-01..' })).toEqual([]);
  expect(problems({ period: 'soon' })).toEqual(['query.period']);
  expect(problems({ status: ['WON', 'GONE'] })).toEqual(['query.status.1']);
  expect(problems({ createdFrom: 'hier' })).toEqual(['query.createdFrom']);
  expect(problems({ overdue: 'maybe', sort: 'name' })).toEqual(['query.overdue', 'query.sort']);
  expect(problems({ cursor: 'x' })).toEqual(['query']);
  expect(problems({ limit: '10' })).toEqual(['query']);
  expect(problems({ overdue: true })).toEqual(['query.overdue']);
});

it('nobody has two views of one name, in whatever case; others may', async () => {
  const view = await create('Été');
  await create('Hiver');
  await expect(create('ÉTÉ')).rejects.toMatchObject({ code: 'LEAD_VIEW_NAME_TAKEN', status: 409 });
  await expect(save(view, { name: 'hiver' })).rejects.toMatchObject({ code: 'LEAD_VIEW_NAME_TAKEN' });
  await expect(save(view, { name: 'ÉTÉ' })).resolves.toMatchObject({ name: 'ÉTÉ', version: 2 });
  await expect(create('Été', {}, uuidv7())).resolves.toMatchObject({ position: 0 });
});

it('views stand in the order their owner gives them, without gaps', async () => {
  const [a, b, c] = [await create('A'), await create('B'), await create('C')];
  expect(await save(c, { position: 0 })).toMatchObject({ position: 0, version: 2 });
  expect(await order()).toEqual(['0 C', '1 A', '2 B']);
  await save(a, { query: { q: 'x' } });
  await save({ ...c, version: 2 }, { position: 49 });
  expect(await order()).toEqual(['0 A', '1 B', '2 C']);
  await views.delete(zoe, b.id);
  expect(await order()).toEqual(['0 A', '1 C']);
});

it('a view that changed since it was read is not overwritten, and that of somebody else is not there', async () => {
  const view = await create('A');
  await save(view, { name: 'B' });
  await expect(save(view, { name: 'C' })).rejects.toMatchObject({ status: 412 });
  await expect(save(view, { name: 'C' }, uuidv7(), 2)).rejects.toMatchObject({ status: 404 });
  await expect(views.delete(uuidv7(), view.id)).rejects.toMatchObject({ status: 404 });
  expect(await order()).toEqual(['0 B']);
});

it('fifty are enough, also when they come all at once', async () => {
  const names = Array.from({ length: 52 }, (_, index) => `Vue ${index}`);
  const outcomes = await Promise.allSettled(names.map((name) => create(name)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(
    Array(2).fill('TOO_MANY_LEAD_VIEWS'),
  );
  expect((await views.of(zoe)).map(({ position }) => position)).toEqual(
    names.slice(0, 50).map((_, at) => at),
  );
});
