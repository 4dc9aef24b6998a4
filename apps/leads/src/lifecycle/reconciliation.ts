import { Injectable } from '@nestjs/common';
import {
  LEAD_LIFECYCLE_ID_PREFIX,
  LEAD_LIFECYCLE_WORKFLOW,
  type LeadFollowState,
  type ReconcileActivities,
  type ReconcileResult,
} from '@relance/contracts-leads';
import { createLogger } from '@relance/service-runtime';
import { inTime } from '@relance/temporal';
import { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { Gauge } from 'prom-client';
import { LeadNamespace } from './lead-namespace';
import { LeadWorkflows } from './lead-workflows';
import { OpenLeads } from './open-leads';
import { isRefusedForGood } from './refused-for-good';

const PARALLEL = 32;
const log = createLogger('reconciliation');

const mended = new Gauge({
  name: 'relance_lead_workflows_mended',
  help: 'What the last comparison of open leads with open workflows had to mend',
  labelNames: ['kind'],
});
const comparedAt = new Gauge({
  name: 'relance_lead_workflows_compared_timestamp_seconds',
  help: 'When open leads were last compared with open workflows',
});

/** Makes open leads and open workflows agree: after Temporal's data was lost, and every hour for certainty. */
@Injectable()
export class Reconciliation implements ReconcileActivities {
  constructor(
    private readonly client: Client,
    private readonly workflows: LeadWorkflows,
    private readonly openLeads: OpenLeads,
    private readonly namespace: LeadNamespace,
  ) {}

  /**
   * One lead that Temporal refuses is counted and passed over. Throws while Temporal does not answer.
   * @param onProgress called with the number of leads looked at so far
   */
  async reconcile(onProgress: (leads: number) => void = () => undefined): Promise<ReconcileResult> {
    const running = await this.#runningLeads(() => onProgress(0));
    const result: ReconcileResult = {
      openLeads: 0,
      openWorkflows: running.size,
      started: 0,
      ended: 0,
      failed: 0,
    };
    for await (const page of this.openLeads.pages()) {
      result.openLeads += page.length;
      await this.#restoreAll(
        page.filter(({ leadId }) => !running.delete(leadId)),
        result,
      );
      onProgress(result.openLeads);
    }
    await this.#endOrphans([...running], result, () => onProgress(result.openLeads));
    mended.set({ kind: 'workflow_started' }, result.started);
    mended.set({ kind: 'workflow_ended' }, result.ended);
    mended.set({ kind: 'failed' }, result.failed);
    comparedAt.setToCurrentTime();
    if (result.started + result.ended > 0) log.warn(result, 'leads and workflows did not agree; mended');
    return result;
  }

  /** The run that follows each lead, by the id of the lead. */
  async #runningLeads(onPage: () => void): Promise<Map<string, string>> {
    const runs = new Map<string, string>();
    const query = `WorkflowType = '${LEAD_LIFECYCLE_WORKFLOW}' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId, runId } of this.client.workflow.list({ query, pageSize: 1_000 })) {
      runs.set(workflowId.slice(LEAD_LIFECYCLE_ID_PREFIX.length), runId);
      if (runs.size % 1_000 === 0) onPage();
    }
    return runs;
  }

  /** Rejects with the first failure that is not about one lead. */
  async #restoreAll(states: LeadFollowState[], result: ReconcileResult): Promise<void> {
    let next = 0;
    const restore = async (): Promise<void> => {
      for (let index = next++; index < states.length; index = next++) {
        await this.#restore(states[index]!, result);
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL, states.length) }, restore));
  }

  /** The list may be a moment old: a lead that has its workflow by now counts for nothing. */
  async #restore(state: LeadFollowState, result: ReconcileResult): Promise<void> {
    await this.#unlessRefused(state.leadId, result, async () => {
      if (await this.workflows.restore(state)) result.started += 1;
    });
  }

  /** A run that ended by itself meanwhile counts for nothing. */
  async #end(leadId: string, runId: string, result: ReconcileResult): Promise<void> {
    const handle = this.client.workflow.getHandle(`${LEAD_LIFECYCLE_ID_PREFIX}${leadId}`, runId);
    await this.#unlessRefused(leadId, result, async () => {
      try {
        await handle.terminate('The lead is closed or gone.');
        result.ended += 1;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    });
  }

  /** Counts and logs a lead that Temporal refuses for good; rejects with whatever is about Temporal itself. */
  async #unlessRefused(leadId: string, result: ReconcileResult, call: () => Promise<void>): Promise<void> {
    try {
      await inTime(this.client, call);
    } catch (error) {
      if (!isRefusedForGood(error) || (await this.namespace.isToBlameFor(error))) throw error;
      result.failed += 1;
      log.error({ err: error, leadId }, 'Temporal refuses the workflow of a lead');
    }
  }

  /**
   * Asks once more before it ends them: a lead may have been taken in after the leads were read. It ends the runs that
   * were found, none that began since, and gives back its workflow to a lead reopened in that very moment.
   */
  async #endOrphans(
    candidates: [leadId: string, runId: string][],
    result: ReconcileResult,
    onPage: () => void,
  ): Promise<void> {
    for (let index = 0; index < candidates.length; index += 500) {
      const group = candidates.slice(index, index + 500);
      const ids = group.map(([leadId]) => leadId).filter(isUuid);
      const open = await this.openLeads.openAmong(ids);
      for (const [leadId, runId] of group.filter(([id]) => !open.has(id))) {
        await this.#end(leadId, runId, result);
      }
      const reopened = await this.openLeads.among(ids.filter((id) => !open.has(id)));
      await this.#restoreAll(reopened, result);
      onPage();
    }
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f-]{36}$/.test(text);
}
