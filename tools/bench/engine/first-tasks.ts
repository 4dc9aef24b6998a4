import { setTimeout as delay } from 'node:timers/promises';
import type { BenchContext } from './bench.ts';
import { withTemporal } from './temporal-client.ts';

const taskQueue = { name: 'leads' };
const workflowTasks = 1;

/** Waits until the worker has run what waits for it: a workflow that was started sleeps only after its first task. */
export async function workflowTasksDone(context: BenchContext, temporalAddress: string): Promise<void> {
  await withTemporal(temporalAddress, async (client) => {
    for (let quiet = 0, told = performance.now(); quiet < 4; await delay(250)) {
      context.signal.throwIfAborted();
      const { stats } = await client.workflowService.describeTaskQueue({
        namespace: 'default',
        taskQueue,
        taskQueueType: workflowTasks,
        reportStats: true,
      });
      const waiting = Number(stats?.approximateBacklogCount ?? 0);
      quiet = waiting === 0 ? quiet + 1 : 0;
      if (performance.now() - told > 10_000) {
        told = performance.now();
        context.say(`the worker catches up: ${waiting} workflow tasks left`);
      }
    }
  });
}
