import type { LeadImportProgress } from '@relance/contracts-leads';
import { ImportsUnderTest, leadsCsv, MAPPING, unwatched } from '../testing/imports-under-test';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase } from '../testing/throwaway-database';

jest.setTimeout(240_000);

it('100,000 lines in constant memory, with progress told after every few hundred of them', async () => {
  const database = await createThrowawayDatabase();
  const under = new ImportsUnderTest(database.dataSource);
  const here = await storePointOfSale(database.dataSource, 'Relance Lyon Est');
  const marie = person('MARKETING', [here]);
  const { id } = await under.upload(marie, here, leadsCsv(100_000, { bad: true }));
  await under.start(marie, id, MAPPING);
  const before = process.memoryUsage();
  const seen: LeadImportProgress[] = [];
  let highest = 0;
  const progressed = (progress: LeadImportProgress) => {
    seen.push(progress);
    const { heapUsed, external } = process.memoryUsage();
    highest = Math.max(highest, heapUsed + external - before.heapUsed - before.external);
  };
  const { progress } = await under.runner().run(id, unwatched({ progressed }));
  expect(progress).toMatchObject({ readLines: 100_000, accepted: 90_000, rejected: 10_000 });
  const [taken] = await database.dataSource.query<object[]>(
    'SELECT count(*)::int AS leads, count(DISTINCT email)::int AS people FROM leads.contact',
  );
  expect(taken).toEqual({ leads: 90_000, people: 90_000 });
  expect(highest).toBeLessThan(200_000_000);
  const steps = seen.slice(1).map(({ readLines }, index) => readLines - seen[index]!.readLines);
  expect(Math.max(...steps)).toBeLessThanOrEqual(1_000);
  const bytes = seen.map(({ readBytes }) => readBytes);
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  const csv = await under.rejectedCsv(marie, id);
  expect(csv.split('\r\n')).toHaveLength(10_002);
  await database.drop();
});
