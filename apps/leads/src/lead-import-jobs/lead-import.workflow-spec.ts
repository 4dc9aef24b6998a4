import {
  LEAD_IMPORT_PROGRESS_SIGNAL,
  LEADS_TASK_QUEUE,
  leadImportWorkflowId,
  type LeadImportActivities,
  type LeadImportOutcome,
} from '@relance/contracts-leads';
import { Context } from '@temporalio/activity';
import { CompleteAsyncError } from '@temporalio/common';
import { WorkflowIdConflictPolicy, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../testing/followed-leads';
import { recordHistory } from '../testing/record-history';
import { createThrowawayNamespace, eventually, type TemporalUnderTest } from '../testing/temporal-under-test';
import { uuidv7 } from '../uuid';
import type { leadImport } from './lead-import.workflow';

jest.setTimeout(60_000);

const progress = { readBytes: 500, sizeBytes: 1_000, readLines: 1_200, accepted: 1_190, rejected: 10 };
const done: LeadImportOutcome = { status: 'DONE', progress: { ...progress, readBytes: 1_000 } };

let temporal: TemporalUnderTest;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;
const scripts = new Map<string, LeadImportActivities['runLeadImport']>();

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const [bundle, namespace] = await Promise.all([workflowBundle(), createThrowawayNamespace()]);
  temporal = namespace;
  connection = await NativeConnection.connect({ address: temporal.address });
  worker = await Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue: LEADS_TASK_QUEUE,
    workflowBundle: bundle,
    activities: {
      runLeadImport: (input: Parameters<LeadImportActivities['runLeadImport']>[0]) =>
        scripts.get(input.importId)!(input),
    },
  });
  running = worker.run();
});
afterAll(async () => {
  worker?.shutdown();
  await running;
  await connection?.close();
  await temporal?.close();
});

async function begin(
  script: LeadImportActivities['runLeadImport'],
): Promise<WorkflowHandle<typeof leadImport>> {
  const importId = uuidv7();
  scripts.set(importId, script);
  return temporal.client.workflow.start<typeof leadImport>('leadImport', {
    taskQueue: LEADS_TASK_QUEUE,
    workflowId: leadImportWorkflowId(importId),
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    args: [{ importId, correlationId: 'request-1' }],
  });
}

const record = (name: string, { workflowId }: WorkflowHandle) =>
  recordHistory(name, temporal.namespace, workflowId);

async function details(handle: WorkflowHandle): Promise<string> {
  const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return (metadata.currentDetails ?? '').replaceAll('\u202f', ' ');
}

it('says in words how far it is, and how it ended', async () => {
  let finish: (outcome: LeadImportOutcome) => void = () => undefined;
  const handle = await begin(() => new Promise((resolve) => (finish = resolve)));
  await eventually(async () => expect(await details(handle)).toBe('Import demandé : attend son tour.'));
  await handle.signal(LEAD_IMPORT_PROGRESS_SIGNAL, progress);
  expect(await details(handle)).toBe(
    'Import en cours, 50 % du fichier lu : 1 200 lignes lues, 1 190 leads acceptés, 10 lignes rejetées.',
  );
  finish(done);
  expect(await handle.result()).toEqual(done);
  expect(await details(handle)).toBe(
    'Import terminé : 1 200 lignes lues, 1 190 leads acceptés, 10 lignes rejetées.',
  );
  await record('import-with-progress', handle);
});

it('news that come late change no end', async () => {
  const handle = await begin(() => Promise.resolve({ ...done, status: 'CANCELLED' }));
  expect(await handle.result()).toMatchObject({ status: 'CANCELLED' });
  expect(await details(handle)).toMatch(/^Import annulé :/);
  await record('import-cancelled', handle);
});

it('begins its activity again, however often it breaks off', async () => {
  let attempts = 0;
  const handle = await begin(async () => {
    attempts += 1;
    if (attempts < 3) throw new Error('the database is away');
    return done;
  });
  expect(await handle.result()).toEqual(done);
  expect(attempts).toBe(3);
  await record('import-tried-again', handle);
});

it('a worker that dies is missed after twenty seconds', async () => {
  let attempts = 0;
  const begun = Date.now();
  const handle = await begin(async () => {
    attempts += 1;
    Context.current().heartbeat();
    // Nothing more is heard of the first one.
    if (attempts === 1) throw new CompleteAsyncError();
    return done;
  });
  expect(await handle.result()).toEqual(done);
  expect(attempts).toBe(2);
  expect(Date.now() - begun).toBeLessThan(40_000);
});

it('tells Temporal ids and numbers, and nothing personal', async () => {
  const handle = await begin(() => Promise.resolve(done));
  await handle.result();
  const { events } = await handle.fetchHistory();
  const start = events![0]!.workflowExecutionStartedEventAttributes!;
  const inputs = start.input!.payloads!.map(
    ({ data }) => JSON.parse(Buffer.from(data!).toString()) as object,
  );
  expect(inputs.map((input) => Object.keys(input).sort())).toEqual([['correlationId', 'importId']]);
  expect(start.memo?.fields ?? {}).toEqual({});
});
