import { Injectable } from '@nestjs/common';
import {
  LEAD_LIFECYCLE_ID_PREFIX,
  LEAD_LIFECYCLE_WORKFLOW,
  type LeadFollowState,
  type ReconcileActivities,
  type ReconcileResult,
} from '@relance/contracts-leads';
import { createLogger } from '@relance/service-runtime';
import { Client } from '@temporalio/client';
import { Gauge } from 'prom-client';
import { LeadWorkflows } from './lead-workflows';
import { OpenLeads } from './open-leads';

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
  ) {}

  /** @param onProgress called with the number of leads looked at so far */
  async reconcile(onProgress: (leads: number) => void = () => undefined): Promise<ReconcileResult> {
    const running = await this.#runningLeadIds(() => onProgress(0));
    const result: ReconcileResult = { openLeads: 0, openWorkflows: running.size, started: 0, ended: 0 };
    for await (const page of this.openLeads.pages()) {
      result.openLeads += page.length;
      const without = page.filter(({ leadId }) => !running.delete(leadId));
      result.started += await this.#restoreAll(without);
      onProgress(result.openLeads);
    }
    result.ended = await this.#endOrphans([...running], () => onProgress(result.openLeads));
    mended.set({ kind: 'workflow_started' }, result.started);
    mended.set({ kind: 'workflow_ended' }, result.ended);
    comparedAt.setToCurrentTime();
    if (result.started + result.ended > 0) log.warn(result, 'leads and workflows did not agree; mended');
    return result;
  }

  async #runningLeadIds(onPage: () => void): Promise<Set<string>> {
    const ids = new Set<string>();
    const query = `WorkflowType = '${LEAD_LIFECYCLE_WORKFLOW}' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of this.client.workflow.list({ query, pageSize: 1_000 })) {
      ids.add(workflowId.slice(LEAD_LIFECYCLE_ID_PREFIX.length));
      if (ids.size % 1_000 === 0) onPage();
    }
    return ids;
  }

  /** The list may be a moment old: a lead that has its workflow by now counts for nothing. */
  async #restoreAll(states: LeadFollowState[]): Promise<number> {
    let started = 0;
    let next = 0;
    const restore = async (): Promise<void> => {
      for (let index = next++; index < states.length; index = next++) {
        if (await this.workflows.restore(states[index]!)) started += 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL, states.length) }, restore));
    return started;
  }

  /** Asks once more before it ends one: the lead may have been taken in after the leads were read. */
  async #endOrphans(candidates: string[], onPage: () => void): Promise<number> {
    let ended = 0;
    for (let index = 0; index < candidates.length; index += 500) {
      const group = candidates.slice(index, index + 500);
      const open = await this.openLeads.openAmong(group.filter(isUuid));
      for (const leadId of group.filter((id) => !open.has(id))) {
        const handle = this.client.workflow.getHandle(`${LEAD_LIFECYCLE_ID_PREFIX}${leadId}`);
        ended += await handle.terminate('The lead is closed or gone.').then(
          () => 1,
          () => 0,
        );
      }
      onPage();
    }
    return ended;
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f-]{36}$/.test(text);
}
