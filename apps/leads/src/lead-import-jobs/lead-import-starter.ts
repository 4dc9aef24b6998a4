import { Inject, Injectable } from '@nestjs/common';
import { LEAD_IMPORT_WORKFLOW, LEADS_TASK_QUEUE, leadImportWorkflowId } from '@relance/contracts-leads';
import { inTime } from '@relance/temporal';
import { Client } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/common';
import { DataSource } from 'typeorm';
import type { leadImport } from './lead-import.workflow';

const BATCH = 20;
/** An import that has not moved for so long is looked after again: its workflow may have been lost. */
const STILL_FOR = '1 minute';

type Due = { id: string; correlation_id: string | null; point_of_sale: string | null };

/**
 * Sees to it that each import that was started has its workflow. The row is the promise: Temporal may be away when
 * somebody starts an import, or lose its data while it runs; a workflow that is there already is left alone.
 */
@Injectable()
export class LeadImportStarter {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly client: Client,
  ) {}

  /** Gives the number of imports seen to. Throws while Temporal does not answer; call it again. */
  async step(signal: AbortSignal = new AbortController().signal): Promise<number> {
    const due = await this.dataSource.query<Due[]>(
      `SELECT i.id, i.correlation_id, p.name AS point_of_sale
         FROM leads.lead_import i LEFT JOIN leads.point_of_sale p ON p.id = i.point_of_sale_id
        WHERE i.status = 'RUNNING'
          AND (i.dispatched_at IS NULL OR greatest(i.dispatched_at, i.touched_at) < now() - interval '${STILL_FOR}')
        ORDER BY i.started_at LIMIT ${BATCH}`,
    );
    for (const each of due) {
      await this.#start(each, signal);
      await this.dataSource.query('UPDATE leads.lead_import SET dispatched_at = now() WHERE id = $1', [
        each.id,
      ]);
    }
    return due.length;
  }

  async #start({ id, correlation_id, point_of_sale }: Due, signal: AbortSignal): Promise<void> {
    const start = () =>
      this.client.workflow.start<typeof leadImport>(LEAD_IMPORT_WORKFLOW, {
        taskQueue: LEADS_TASK_QUEUE,
        workflowId: leadImportWorkflowId(id),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        // Somebody looks at it; the leads it brings have a lower priority than those that arrive.
        priority: { priorityKey: 1 },
        args: [{ importId: id, correlationId: correlation_id }],
        staticSummary: point_of_sale ? `Import de leads · ${point_of_sale}` : 'Import de leads',
      });
    await inTime(this.client, start, signal);
  }
}
