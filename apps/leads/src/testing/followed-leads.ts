import { join } from 'node:path';
import {
  LEADS_TASK_QUEUE,
  leadLifecycleWorkflowId,
  type FollowedEvent,
  type LeadFollowState,
  type LeadLifecycleActivities,
} from '@relance/contracts-leads';
import type { WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { LeadWorkflows } from '../lifecycle/lead-workflows';
import { uuidv7 } from '../uuid';
import { HistoryReader } from './history-reader';
import { recordHistory } from './record-history';
import { leadState, MINUTE } from './lead-state';
import { createThrowawayNamespace, eventually, type TemporalUnderTest } from './temporal-under-test';

const TASK_SECONDS = 5;
const POLL_TIMED_OUT = 1;
const COMPLETED = 2;
/** Half a minute. */
const IDLE_TRIES = 300;
/** A timer is late by as long as the task took that started it: what is due at the very instant has to happen, too. */
const A_MOMENT_MS = 5_000;

/** What the activities of one lead do; what is not said goes well. */
export type Script = Partial<LeadLifecycleActivities>;

/** The workflow code as the worker runs it, with libraries from their sources. */
export async function workflowBundle(
  workflowsPath = join(__dirname, '../workflows.ts'),
): Promise<{ code: string }> {
  const silent = new DefaultLogger('ERROR');
  return bundleWorkflowCode({
    workflowsPath,
    logger: silent,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: ['@relance/source', 'webpack', 'require', 'import', 'default'],
      },
    }),
  });
}

/** Leads followed by the real workflow on a real Temporal server, whose activities and time the test decides: a second of a workflow is a second, until it is told to skip. */
export class FollowedLeads {
  readonly #leads = new Map<string, FollowedLead>();
  readonly #workflows: LeadWorkflows;

  private constructor(
    readonly temporal: TemporalUnderTest,
    private readonly connection: NativeConnection,
    bundle: { code: string },
  ) {
    this.#workflows = new LeadWorkflows(temporal.client);
    this.#shortenTasks();
    this.#worker = Worker.create({
      connection,
      namespace: temporal.namespace,
      taskQueue: LEADS_TASK_QUEUE,
      workflowBundle: bundle,
      activities: {
        sendReminder: (input: Parameters<LeadLifecycleActivities['sendReminder']>[0]) =>
          this.#lead(input.leadId).sendReminder(input),
        markOverdue: (input: Parameters<LeadLifecycleActivities['markOverdue']>[0]) =>
          this.#lead(input.leadId).markOverdue(input),
      },
    }).then((worker) => ({ worker, running: worker.run() }));
  }

  readonly #worker: Promise<{ worker: Worker; running: Promise<void> }>;

  static async start(): Promise<FollowedLeads> {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
    const [bundle, temporal] = await Promise.all([workflowBundle(), createThrowawayNamespace()]);
    return new FollowedLeads(temporal, await NativeConnection.connect({ address: temporal.address }), bundle);
  }

  /** Begins to follow a lead as the dispatcher does. */
  async follow(state: LeadFollowState = leadState(), script: Script = {}): Promise<FollowedLead> {
    const handle = this.temporal.client.workflow.getHandle(leadLifecycleWorkflowId(state.leadId));
    const lead = new FollowedLead(state, script, this.#workflows, handle);
    this.#leads.set(state.leadId, lead);
    await this.#workflows.begin(state);
    return lead;
  }

  async stop(): Promise<void> {
    const { worker, running } = await this.#worker;
    worker.shutdown();
    await running;
    await this.connection.close();
    await this.temporal.close();
  }

  /** News reach a workflow in the middle of a long local activity after four fifths of this, instead of eight seconds. */
  #shortenTasks(): void {
    const { workflowService } = this.temporal.client;
    const start = workflowService.startWorkflowExecution.bind(workflowService);
    workflowService.startWorkflowExecution = ((request: object) =>
      start({ ...request, workflowTaskTimeout: { seconds: TASK_SECONDS as never } })) as typeof start;
  }

  #lead(leadId: string): FollowedLead {
    return this.#leads.get(leadId)!;
  }
}

/** One lead; offsets are from the instant its state began. */
export class FollowedLead {
  /** What its workflow asked of the activities, in order. */
  readonly asked: string[] = [];
  readonly reminderInputs: Parameters<LeadLifecycleActivities['sendReminder']>[0][] = [];

  constructor(
    readonly state: LeadFollowState,
    private readonly script: Script,
    private readonly workflows: LeadWorkflows,
    readonly handle: WorkflowHandle,
  ) {}

  /** The instant that is so many minutes after the lead's clock began (for a lead that was never paused). */
  at(minutes: number): number {
    return Date.parse(this.state.deadlineAt) - this.state.lifetimeMs + minutes * MINUTE;
  }

  iso(minutes: number): string {
    return new Date(this.at(minutes)).toISOString();
  }

  tell(event: FollowedEvent, state: LeadFollowState): Promise<void> {
    return this.workflows.tell(event, state);
  }

  sendReminder: LeadLifecycleActivities['sendReminder'] = async (input) => {
    this.asked.push(`rappel ${input.number}`);
    this.reminderInputs.push(input);
    return this.script.sendReminder?.(input) ?? 'SENT';
  };

  markOverdue: LeadLifecycleActivities['markOverdue'] = async (input) => {
    this.asked.push(`en souffrance ${input.deadlineAt}`);
    return this.script.markOverdue?.(input) ?? 'RECORDED';
  };

  /** Lets the workflow's time be `minutes` after the lead's clock began; everything due until then has happened. */
  async until(minutes: number): Promise<void> {
    const { client, workflowId } = this.handle;
    const request = { namespace: client.options.namespace, workflowExecution: { workflowId } };
    await eventually(() => this.#isIdle(), IDLE_TRIES);
    const ahead = Math.max(1, this.at(minutes) - (await this.now()) + A_MOMENT_MS);
    const id = uuidv7();
    const duration = { seconds: Math.floor(ahead / 1000), nanos: (ahead % 1000) * 1_000_000 };
    await client.workflowService.updateWorkflowExecutionOptions({
      ...request,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: duration as object } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    const poll = () =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({ ...request, fastForwardId: id });
    let result = POLL_TIMED_OUT;
    while (result === POLL_TIMED_OUT) result = (await poll()).fastForwardPollingResult!;
    if (result !== COMPLETED) throw new Error(`time did not pass: ${result}`);
    await eventually(() => this.#isIdle(), IDLE_TRIES);
  }

  /** Nothing is due by its time, and no task of the workflow is under way. */
  async #isIdle(): Promise<void> {
    const { raw, status } = await this.handle.describe();
    if (status.name !== 'RUNNING') return;
    const due = (await this.history()).hasTimerDueBy(await this.now());
    if (due || raw.pendingWorkflowTask) throw new Error('the workflow still has something to do');
  }

  /** The workflow's time: the world's until it skipped some. */
  async now(): Promise<number> {
    const { raw } = await this.handle.describe();
    const now = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    if (!now?.seconds) return Date.now();
    return Number(now.seconds) * 1000 + Math.floor((now.nanos ?? 0) / 1_000_000);
  }

  /** Comes back when the workflow has handled all it was told: a query waits for that. */
  async settled(): Promise<string> {
    const metadata = await this.handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    return metadata.currentDetails ?? '';
  }

  /** Keeps this lead's history for the replay spec, when `tools/record-histories` runs the test. */
  async record(name: string): Promise<void> {
    const { client, workflowId } = this.handle;
    await recordHistory(name, client.options.namespace, workflowId);
  }

  async history(): Promise<HistoryReader> {
    return new HistoryReader((await this.handle.fetchHistory()).events ?? [], this.at(0));
  }
}
