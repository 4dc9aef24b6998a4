import { leadLifecycleWorkflowId, type LeadFollowState } from '@relance/contracts-leads';
import {
  Client,
  Connection,
  type WorkflowExecutionDescription,
  type WorkflowExecutionInfo,
} from '@temporalio/client';
import { eventually } from '../system/eventually';

/** What an admin sees of workflows in Temporal. */
export class Workflows {
  private constructor(
    readonly client: Client,
    private readonly connection: Connection,
  ) {}

  static async connect(address: string): Promise<Workflows> {
    const connection = await Connection.connect({ address });
    return new Workflows(new Client({ connection }), connection);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** Adds a namespace, as whoever runs a cluster gives us one, and waits until it can be used. */
  async register(namespace: string): Promise<void> {
    await this.connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    const client = new Client({ connection: this.connection, namespace });
    await eventually(() => client.workflow.count());
  }

  /** Ids of the leads whose workflows a list filter of the Temporal UI finds. */
  async leadIds(query: string): Promise<string[]> {
    const ids: string[] = [];
    const prefix = leadLifecycleWorkflowId('');
    for await (const { workflowId } of this.client.workflow.list({ query })) {
      if (workflowId.startsWith(prefix)) ids.push(workflowId.slice(prefix.length));
    }
    return ids;
  }

  /** Every run of the workflow of one lead. */
  async runsOf(leadId: string): Promise<WorkflowExecutionInfo[]> {
    const query = `WorkflowId = '${leadLifecycleWorkflowId(leadId)}'`;
    const runs: WorkflowExecutionInfo[] = [];
    for await (const run of this.client.workflow.list({ query })) runs.push(run);
    return runs;
  }

  /** What the workflow says in words that it is waiting for. */
  async currentDetails(leadId: string): Promise<string> {
    return this.client.workflow
      .getHandle(leadLifecycleWorkflowId(leadId))
      .query<{ currentDetails: string }>('__temporal_workflow_metadata')
      .then(({ currentDetails }) => currentDetails);
  }

  /** Where its code waits, as the Temporal UI asks for it. @throws when the worker keeps no stacks */
  callStack(leadId: string): Promise<string> {
    return this.client.workflow.getHandle(leadLifecycleWorkflowId(leadId)).query<string>('__stack_trace');
  }

  /** The state that the newest run of a lead's workflow began with. */
  async stateGivenTo(leadId: string): Promise<LeadFollowState> {
    const history = await this.client.workflow.getHandle(leadLifecycleWorkflowId(leadId)).fetchHistory();
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    return JSON.parse(Buffer.from(started!.input!.payloads![0]!.data!).toString('utf8')) as LeadFollowState;
  }

  /** Waits until the workflow of a lead runs. */
  async running(leadId: string): Promise<WorkflowExecutionDescription> {
    return eventually(async () => {
      const described = await this.client.workflow.getHandle(leadLifecycleWorkflowId(leadId)).describe();
      if (described.status.name !== 'RUNNING') throw new Error(`Its workflow is ${described.status.name}.`);
      return described;
    });
  }

  /** Everything Temporal has stored about the workflow of a lead, payloads decoded, as one text. */
  async everythingStored(leadId: string): Promise<string> {
    const handle = this.client.workflow.getHandle(leadLifecycleWorkflowId(leadId));
    const [history, described] = await Promise.all([handle.fetchHistory(), handle.describe()]);
    return [written(history), written(described.raw), JSON.stringify(described.memo ?? {})].join('\n');
  }
}

/** JSON in which payloads stand as the text they hold; Temporal's own JSON has them in base64. */
function written(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) =>
    key === 'data' && typeof each === 'string' ? Buffer.from(each, 'base64').toString('utf8') : each,
  );
}
