import { LEADS_TASK_QUEUE, RECONCILE_SCHEDULE_ID, RECONCILE_WORKFLOW } from '@relance/contracts-leads';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';

/** Creates the hourly schedule of the comparison, unless it is there; Temporal's data may have been lost. */
export async function ensureReconcileSchedule(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: RECONCILE_SCHEDULE_ID,
      spec: { intervals: [{ every: '1 hour' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 hour' },
      action: {
        type: 'startWorkflow',
        workflowType: RECONCILE_WORKFLOW,
        workflowId: RECONCILE_WORKFLOW,
        taskQueue: LEADS_TASK_QUEUE,
        args: [],
        staticSummary: 'Leads ouverts et workflows ouverts : comparaison horaire',
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
