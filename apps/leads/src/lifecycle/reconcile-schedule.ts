import { Injectable } from '@nestjs/common';
import { LEADS_TASK_QUEUE, RECONCILE_SCHEDULE_ID, RECONCILE_WORKFLOW } from '@relance/contracts-leads';
import { inTime } from '@relance/temporal';
import { Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { LeadNamespace } from './lead-namespace';

/** The hourly comparison of open leads with open workflows, as a schedule of Temporal. */
@Injectable()
export class ReconcileSchedule {
  /** Whether it was there when this process looked before. */
  #seen = false;
  /** It was there and is gone, and so is all else that Temporal had. */
  #lost = false;

  constructor(
    private readonly client: Client,
    private readonly namespace: LeadNamespace,
  ) {}

  /** Creates it, unless it is there; gives whether it had to. */
  async ensure(): Promise<boolean> {
    try {
      await this.client.schedule.create({
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
      return true;
    } catch (error) {
      if (error instanceof ScheduleAlreadyRunning) return false;
      throw error;
    }
  }

  /**
   * Looks whether it is there. When Temporal's data was lost under a running worker, it is made again and begins at
   * once: leads get their workflows back now rather than within the hour.
   * @throws what Temporal says while it is away; call it again
   * @param signal ends the wait for Temporal
   */
  async keep(signal?: AbortSignal): Promise<void> {
    const created = await inTime(this.client, () => this.ensure(), signal);
    this.#lost ||= created && this.#seen;
    this.#seen = true;
    if (!this.#lost) return;
    await this.namespace.stillPrepared();
    await this.namespace.prepare(signal);
    const schedule = this.client.schedule.getHandle(RECONCILE_SCHEDULE_ID);
    await inTime(this.client, () => schedule.trigger(), signal);
    this.#lost = false;
  }
}
