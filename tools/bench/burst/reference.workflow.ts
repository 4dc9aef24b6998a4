import { proxyActivities, sleep } from '@temporalio/workflow';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '30 s' });

/** The plainest thing that waits and then does something: one timer, one ordinary activity. */
export async function plainTimer({ dueAt }: { dueAt: number }): Promise<void> {
  await sleep(dueAt - Date.now());
  await nothing();
}
