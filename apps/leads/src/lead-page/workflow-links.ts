import { Injectable } from '@nestjs/common';
import { leadLifecycleWorkflowId } from '@relance/contracts-leads';
import { hasPermission, type Principal } from '@relance/service-token';
import { LeadsConfig } from '../config';
import type { LeadPage, LeadView } from './lead.schema';

/** Where Temporal shows the workflow that follows a lead. */
@Injectable()
export class WorkflowLinks {
  constructor(private readonly config: LeadsConfig) {}

  /** A lead with its link, for those who may look into workflows. */
  withLink(lead: LeadView, principal: Principal): LeadPage {
    return { ...lead, workflowUrl: this.#urlFor(principal, lead.id) };
  }

  #urlFor(principal: Principal, leadId: string): string | null {
    const { temporalUiUrl, temporal } = this.config;
    if (!temporalUiUrl || !hasPermission(principal, 'workflow.read')) return null;
    const namespace = encodeURIComponent(temporal.namespace);
    const workflow = encodeURIComponent(leadLifecycleWorkflowId(leadId));
    return `${temporalUiUrl}/namespaces/${namespace}/workflows/${workflow}`;
  }
}
