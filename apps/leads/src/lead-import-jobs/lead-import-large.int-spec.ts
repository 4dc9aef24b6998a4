import type { LeadImportProgress } from '@relance/contracts-leads';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ImportsUnderTest, leadsCsv, MAPPING, unwatched } from '../testing/imports-under-test';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayDatabase } from '../testing/throwaway-database';

jest.setTimeout(240_000);

// What is kept is measured, not what waits to be collected on a busy machine.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Every so many tellings of progress. */
const LOOKED_AT = 40;

function keptBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it('100,000 lines in constant memory, with progress told after every few hundred of them', async () => {
  const database = await createThrowawayDatabase();
  const under = new ImportsUnderTest(database.dataSource);
  const here = await storePointOfSale(database.dataSource, 'Relance Lyon Est');
  const marie = person('MARKETING', [here]);
  const { id } = await under.upload(marie, here, leadsCsv(100_000, { bad: true }));
  await under.start(marie, id, MAPPING);
  const before = keptBytes();
  const seen: LeadImportProgress[] = [];
  let highest = -Infinity;
  const progressed = (progress: LeadImportProgress) => {
    seen.push(progress);
    if (seen.length % LOOKED_AT === 0) highest = Math.max(highest, keptBytes() - before);
  };
  const { progress } = await under.runner().run(id, unwatched({ progressed }));
  expect(progress).toMatchObject({ readLines: 100_000, accepted: 90_000, rejected: 10_000 });
  const [taken] = await database.dataSource.query<object[]>(
    'SELECT count(*)::int AS leads, count(DISTINCT email)::int AS people FROM leads.contact',
  );
  expect(taken).toEqual({ leads: 90_000, people: 90_000 });
  expect(seen.length).toBeGreaterThan(4 * LOOKED_AT);
  expect(highest).toBeLessThan(60_000_000);
  const steps = seen.slice(1).map(({ readLines }, index) => readLines - seen[index]!.readLines);
  expect(Math.max(...steps)).toBeLessThanOrEqual(1_000);
  const bytes = seen.map(({ readBytes }) => readBytes);
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  const csv = await under.rejectedCsv(marie, id);
  expect(csv.split('\r\n')).toHaveLength(10_002);
  await database.drop();
});
