import { setTimeout as delay } from 'node:timers/promises';
import { leadImportWorkflowId } from '@relance/contracts-leads';
import { ImportsUnderTest, leadsCsv, MAPPING } from '../testing/imports-under-test';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayNamespace, type TemporalUnderTest } from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { WorkerProcess } from '../testing/worker-process';
import type { LeadImportView } from './lead-import.schema';

const LINES = 8_000;

jest.setTimeout(180_000);

let database: ThrowawayDatabase;
let temporal: TemporalUnderTest;
let worker: WorkerProcess | undefined;

beforeAll(async () => {
  [database, temporal] = await Promise.all([createThrowawayDatabase(), createThrowawayNamespace()]);
});
afterAll(async () => {
  await worker?.end('SIGKILL');
  await temporal?.close();
  await database?.drop();
});

it('kill -9 of the worker in the middle, and then a stop: no line is lost and none is taken twice', async () => {
  const { dataSource } = database;
  const under = new ImportsUnderTest(dataSource);
  const here = await storePointOfSale(dataSource, 'Relance Lyon Est');
  const marie = person('MARKETING', [here]);
  const { id } = await under.upload(marie, here, leadsCsv(LINES, { bad: true }));
  await under.start(marie, id, MAPPING);

  const reaches = async (lines: number): Promise<LeadImportView> => {
    for (;;) {
      const view = await under.imports.get(marie, id);
      if (view.status !== 'RUNNING' || view.progress.readLines >= lines) return view;
      await delay(10);
    }
  };
  for (const [lines, signal] of [
    [1_000, 'SIGKILL'],
    [4_000, 'SIGTERM'],
  ] as const) {
    worker = await WorkerProcess.start(database, temporal);
    const { status } = await reaches(lines);
    await worker.end(signal);
    expect([lines, status]).toEqual([lines, 'RUNNING']);
  }
  worker = await WorkerProcess.start(database, temporal);
  const view = await reaches(Infinity);
  expect(view).toMatchObject({
    status: 'DONE',
    progress: { readLines: LINES, accepted: 0.9 * LINES, rejected: 0.1 * LINES },
  });
  const [taken] = await dataSource.query<object[]>(
    `SELECT count(*)::int AS leads, count(DISTINCT c.email)::int AS people FROM leads.contact c`,
  );
  expect(taken).toEqual({ leads: 0.9 * LINES, people: 0.9 * LINES });
  const [rejected] = await dataSource.query<object[]>(
    `SELECT count(*)::int AS lines FROM leads.lead_import_rejection WHERE import_id = $1`,
    [id],
  );
  expect(rejected).toEqual({ lines: 0.1 * LINES });
  const handle = temporal.client.workflow.getHandle(leadImportWorkflowId(id));
  expect(await handle.result()).toEqual({ status: 'DONE', progress: view.progress });
});
