import { Injectable } from '@nestjs/common';
import {
  LEADS_TASK_QUEUE,
  LEAD_LIFECYCLE_WORKFLOW,
  leadLifecycleWorkflowId,
  type FollowedEvent,
  type LeadFollowState,
} from '@relance/contracts-leads';
import { Client, WorkflowExecutionAlreadyStartedError, type WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowIdReusePolicy } from '@temporalio/common';
import type { leadLifecycle } from './lead-lifecycle.workflow';
import { initialSearchAttributes } from './lead-search-attributes.workflow';

/** Speaks to the workflows of leads. Each call is harmless to repeat: the id is the deduplication. */
@Injectable()
export class LeadWorkflows {
  constructor(private readonly client: Client) {}

  /**
   * Starts the workflow of a new lead; false when it had one already, running or ended: an event that is delivered
   * twice must not wake a lead that ended.
   */
  async begin(state: LeadFollowState, priorityKey?: number): Promise<boolean> {
    return this.#start(state, WorkflowIdReusePolicy.REJECT_DUPLICATE, priorityKey);
  }

  /** Starts a workflow from the present state of a lead whose workflow was lost; false when one is running. */
  async restore(state: LeadFollowState): Promise<boolean> {
    return this.#start(state, WorkflowIdReusePolicy.ALLOW_DUPLICATE);
  }

  /** Tells the workflow what happened, and starts one when none is running (after a reopening, or a loss). */
  async tell(event: FollowedEvent, state: LeadFollowState): Promise<void> {
    await this.client.workflow.signalWithStart<typeof leadLifecycle, [LeadFollowState]>(
      LEAD_LIFECYCLE_WORKFLOW,
      {
        ...this.#options(state),
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
        signal: event,
        signalArgs: [state],
      },
    );
  }

  async #start(
    state: LeadFollowState,
    workflowIdReusePolicy: WorkflowIdReusePolicy,
    priorityKey?: number,
  ): Promise<boolean> {
    try {
      await this.client.workflow.start<typeof leadLifecycle>(LEAD_LIFECYCLE_WORKFLOW, {
        ...this.#options(state),
        workflowIdReusePolicy,
        ...(priorityKey !== undefined && { priority: { priorityKey } }),
      });
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  #options(state: LeadFollowState): WorkflowStartOptions<typeof leadLifecycle> {
    return {
      taskQueue: LEADS_TASK_QUEUE,
      workflowId: leadLifecycleWorkflowId(state.leadId),
      args: [state],
      typedSearchAttributes: new TypedSearchAttributes(initialSearchAttributes(state)),
      staticSummary: `Lead ${state.code} · ${state.leadType} · ${state.pointOfSaleName}`,
    };
  }
}
