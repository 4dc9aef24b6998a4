import { leadImportWorkflowId } from '@relance/contracts-leads';
import { createTemporalClient } from '@relance/temporal';
import type { UserPrincipal } from '@relance/service-token';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { ImportsUnderTest, leadsCsv, MAPPING } from '../testing/imports-under-test';
import { closedPort } from '../testing/mailbox';
import { person, storePointOfSale } from '../testing/stored-leads';
import { createThrowawayNamespace, eventually, type TemporalUnderTest } from '../testing/temporal-under-test';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../testing/throwaway-database';
import { LeadImportStarter } from './lead-import-starter';

jest.setTimeout(60_000);

let database: ThrowawayDatabase;
let dataSource: DataSource;
let temporal: TemporalUnderTest;
let under: ImportsUnderTest;
let here: string;
let marie: UserPrincipal;

beforeAll(async () => {
  [database, temporal] = await Promise.all([createThrowawayDatabase(), createThrowawayNamespace()]);
  dataSource = database.dataSource;
  under = new ImportsUnderTest(dataSource);
  here = await storePointOfSale(dataSource, 'Relance Lyon Est');
});
afterAll(async () => {
  await temporal?.close();
  await database?.drop();
});
beforeEach(() => (marie = person('MARKETING', [here])));

const starter = (client: Client = temporal.client) => new LeadImportStarter(dataSource, client);
const handleOf = (id: string) => temporal.client.workflow.getHandle(leadImportWorkflowId(id));
const statusOf = async (id: string) => (await handleOf(id).describe()).status.name;

async function started(): Promise<string> {
  const { id } = await under.upload(marie, here, leadsCsv(1));
  await under.start(marie, id, MAPPING);
  return id;
}

it('each import that was started has its workflow, one that waits has none', async () => {
  const [one, two] = [await started(), await started()];
  const { id: waiting } = await under.upload(marie, here, leadsCsv(1));
  expect(await starter().step()).toBe(2);
  expect([await statusOf(one), await statusOf(two)]).toEqual(['RUNNING', 'RUNNING']);
  await expect(statusOf(waiting)).rejects.toThrow(/not found/i);
  expect(await starter().step()).toBe(0);
});

it('it goes before leads; its title names the point of sale in French, and neither file nor person', async () => {
  const id = await started();
  await starter().step();
  const { raw, priority } = await handleOf(id).describe();
  expect(priority).toMatchObject({ priorityKey: 1 });
  const summary = raw.executionConfig?.userMetadata?.summary?.data;
  expect(JSON.parse(Buffer.from(summary!).toString())).toBe('Import de leads · Relance Lyon Est');
  const { events } = await handleOf(id).fetchHistory();
  expect(JSON.stringify(events)).not.toMatch(/salon|Durand/);
});

it('started while Temporal is away, it begins when Temporal is back', async () => {
  const away = createTemporalClient({
    address: `127.0.0.1:${await closedPort()}`,
    namespace: temporal.namespace,
  });
  const id = await started();
  await expect(starter(away).step(AbortSignal.timeout(1_000))).rejects.toThrow();
  await away.connection.close();
  await expect(statusOf(id)).rejects.toThrow(/not found/i);
  expect(await starter().step()).toBe(1);
  expect(await statusOf(id)).toBe('RUNNING');
});

it('many that see to it at once make one workflow', async () => {
  const id = await started();
  await Promise.all(Array.from({ length: 5 }, () => starter().step()));
  const { count } = await eventually(async () => {
    const found = await temporal.client.workflow.count(`WorkflowId = '${leadImportWorkflowId(id)}'`);
    expect(found.count).toBeGreaterThan(0);
    return found;
  });
  expect(count).toBe(1);
});

it('a workflow that was lost is started again after a minute; one that runs is left alone', async () => {
  const [lost, alive] = [await started(), await started()];
  await starter().step();
  const { runId } = await handleOf(alive).describe();
  await handleOf(lost).terminate('lost');
  expect(await starter().step()).toBe(0);
  const age = `now() - interval '61 seconds'`;
  await dataSource.query(
    `UPDATE leads.lead_import SET dispatched_at = ${age}, touched_at = ${age} WHERE id = ANY($1)`,
    [[lost, alive]],
  );
  expect(await starter().step()).toBe(2);
  expect(await statusOf(lost)).toBe('RUNNING');
  expect((await handleOf(alive).describe()).runId).toBe(runId);
});
