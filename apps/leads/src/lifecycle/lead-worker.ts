import { join } from 'node:path';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LEADS_TASK_QUEUE } from '@relance/contracts-leads';
import { EventFollower } from '@relance/event-log';
import { IdempotencyService } from '@relance/idempotency';
import { createLogger } from '@relance/service-runtime';
import { logTemporalTo, TemporalWorkerRunner } from '@relance/temporal';
import { Context } from '@temporalio/activity';
import { Client } from '@temporalio/client';
import { LeadsConfig } from '../config';
import { eventReaderLag } from '../event-reader-lag';
import { OpenLeadSettings } from '../incoming-lead-settings/open-lead-settings';
import { LeadImportWork } from '../lead-import-jobs/lead-import-work';
import { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { activityContext } from './activity-context';
import { ExclusiveLock } from './exclusive-lock';
import { BULK_LANE, LeadDispatcher, LIVE_LANE, type DispatchLane } from './lead-dispatcher';
import { LeadLifecycleActivityService } from './lead-lifecycle.activities';
import { LeadNamespace } from './lead-namespace';
import { ReconcileSchedule } from './reconcile-schedule';
import { Reconciliation } from './reconciliation';

const DISPATCH_IDLE_MS = 200;
const BULK_IDLE_MS = 2_000;
const FEED_IDLE_MS = 2_000;
const NOT_LEADING_MS = 1_000;
/** Temporal may lose its data while the worker lives; so soon it is noticed. */
const LOOK_AT_TEMPORAL_MS = 15_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const log = createLogger('lead-worker');

/** What the leads worker process does: follows two logs, polls Temporal, and keeps house. */
@Injectable()
export class LeadWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #lock: ExclusiveLock;
  readonly #dispatching: EventFollower[];
  readonly #following: EventFollower;
  /** No event log: it looks for a loss, with the same pauses and patience. */
  readonly #keepingSchedule: EventFollower;
  readonly #temporal: TemporalWorkerRunner;
  #housekeeping: NodeJS.Timeout[] = [];

  constructor(
    private readonly config: LeadsConfig,
    private readonly client: Client,
    private readonly namespace: LeadNamespace,
    private readonly dispatcher: LeadDispatcher,
    private readonly feed: OrganisationFeed,
    private readonly activities: LeadLifecycleActivityService,
    private readonly reconciliation: Reconciliation,
    private readonly schedule: ReconcileSchedule,
    private readonly idempotency: IdempotencyService,
    private readonly settings: OpenLeadSettings,
    private readonly imports: LeadImportWork,
  ) {
    this.#lock = new ExclusiveLock(config.env.LEADS_DATABASE_URL, 'relance-lead-dispatcher');
    const lanes = [
      { lane: LIVE_LANE, idleMs: DISPATCH_IDLE_MS },
      { lane: BULK_LANE, idleMs: BULK_IDLE_MS },
    ];
    this.#dispatching = lanes.map(
      ({ lane, idleMs }) =>
        new EventFollower({
          step: (signal) => this.#dispatch(lane, signal),
          onError: failing(lane.follower),
          idleMs,
        }),
    );
    this.#following = new EventFollower({
      step: () =>
        this.feed
          .pull()
          .finally(() => eventReaderLag.set({ reader: 'organisation' }, this.feed.lagSeconds())),
      onError: failing('organisation feed'),
      idleMs: FEED_IDLE_MS,
    });
    this.#keepingSchedule = new EventFollower({
      step: (signal) => this.schedule.keep(signal).then(() => 0),
      onError: failing('the hourly comparison'),
      idleMs: LOOK_AT_TEMPORAL_MS,
      maxBackoffMs: LOOK_AT_TEMPORAL_MS,
    });
    logTemporalTo(createLogger('temporal'));
    this.#temporal = new TemporalWorkerRunner({
      settings: config.temporal,
      onError: (error) => log.error({ err: error }, 'the Temporal worker stopped; starting it again'),
      worker: {
        taskQueue: LEADS_TASK_QUEUE,
        workflowBundle: { codePath: join(__dirname, '..', 'workflow-bundle.js') },
        activities: {
          sendReminder: this.activities.sendReminder.bind(this.activities),
          markOverdue: this.activities.markOverdue.bind(this.activities),
          ...this.imports.activities,
          reconcile: () => this.reconciliation.reconcile((leads) => Context.current().heartbeat(leads)),
        },
        interceptors: { activity: [activityContext] },
        maxCachedWorkflows: 600,
        // A sleeping lead's task comes by the common queue (docs/decisions/0017), for which the SDK keeps a fifth of ten.
        maxConcurrentWorkflowTaskPolls: 20,
        nonStickyToStickyPollRatio: 0.5,
        maxConcurrentWorkflowTaskExecutions: 40,
        maxConcurrentActivityTaskExecutions: 40,
        maxConcurrentLocalActivityExecutions: 40,
        shutdownGraceTime: '10 s',
      },
    });
  }

  /** Whether it takes tasks from Temporal, or is about to. */
  get takesTasks(): boolean {
    return this.#temporal.working;
  }

  onApplicationBootstrap(): void {
    this.#following.start();
    this.#keepingSchedule.start();
    this.#temporal.start();
    for (const lane of this.#dispatching) lane.start();
    this.imports.start();
    void this.#finishApplications();
    this.#housekeeping = [
      setInterval(() => void this.#finishApplications(), MINUTE_MS),
      setInterval(() => void this.#purgeKeys(), HOUR_MS),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#housekeeping.forEach(clearInterval);
    const followers = [...this.#dispatching, this.#following, this.#keepingSchedule];
    const stopping = [...followers.map((follower) => follower.stop()), this.imports.stop()];
    await Promise.all([...stopping, this.#temporal.stop()]);
    await this.#lock.release();
    await this.client.connection.close();
  }

  /** One dispatcher at a time among all replicas, or order within a lead would be lost. */
  async #dispatch(lane: DispatchLane, signal: AbortSignal): Promise<number> {
    if (await this.#lock.hold()) return this.dispatcher.step(signal, lane);
    await this.namespace.prepare(signal);
    await new Promise((resolve) => setTimeout(resolve, NOT_LEADING_MS));
    return 0;
  }

  /** « Appliquer aux leads ouverts » that a killed process left half done. */
  async #finishApplications(): Promise<void> {
    await this.settings
      .resumePending()
      .catch((error: unknown) => log.warn({ err: error }, 'settings wait to be applied to open leads'));
  }

  async #purgeKeys(): Promise<void> {
    await this.idempotency
      .purgeExpired()
      .catch((error: unknown) => log.warn({ err: error }, 'old idempotency keys were not purged'));
  }
}

/** Says it at the first failure and then less and less often. */
function failing(what: string): (error: unknown, failures: number) => void {
  return (error, failures) => {
    if (Number.isInteger(Math.log2(failures)))
      log.warn({ err: error, failures }, `${what} fails; trying again`);
  };
}
