import { proxyActivities } from '@temporalio/workflow';
import type { ReconcileActivities, ReconcileResult } from '@relance/contracts-leads';

const { reconcile } = proxyActivities<ReconcileActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Run by an hourly schedule: open leads and open workflows are made to agree again. */
export async function reconcileLeads(): Promise<ReconcileResult> {
  return reconcile();
}
