import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { asBackgroundWork } from '../engine/bench-child.ts';

/** What the parent asks for. */
export interface PlainTimers {
  readonly count: number;
  /** In ms since 1970. */
  readonly dueAt: number;
}

const taskQueue = 'bench-plain-timers';
const [address = ''] = process.argv.slice(2);
let drained: ((at: number) => void) | undefined;
let left = 0;

asBackgroundWork();
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'ERROR' } },
});
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  ...{ connection, namespace: 'default', taskQueue },
  workflowsPath: join(import.meta.dirname, 'reference.workflow.ts'),
  activities: {
    nothing: () => {
      left -= 1;
      if (left === 0) drained?.(Date.now());
    },
  },
  // As the leads worker: see apps/leads/src/lifecycle/lead-worker.ts.
  maxCachedWorkflows: 600,
  maxConcurrentWorkflowTaskPolls: 20,
  nonStickyToStickyPollRatio: 0.5,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
});
const client = new Client({ connection: await Connection.connect({ address }), namespace: 'default' });
process.on('message', (task: PlainTimers) => void start(task));
process.on('SIGTERM', () => worker.shutdown());
process.send!({ ready: true });
await worker.run();
process.exit(0);

async function start({ count, dueAt }: PlainTimers): Promise<void> {
  left = count;
  drained = (at) => process.send!({ drainedAt: at });
  let next = 0;
  const starter = async (): Promise<void> => {
    while (next < count) {
      const workflowId = `plain-timer/${dueAt}/${next++}`;
      await client.workflow.start('plainTimer', { taskQueue, workflowId, args: [{ dueAt }] });
    }
  };
  await Promise.all(Array.from({ length: 48 }, starter));
  process.send!({ started: true });
}
