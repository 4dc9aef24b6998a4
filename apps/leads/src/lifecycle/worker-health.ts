import { Injectable } from '@nestjs/common';
import { HealthCheck } from '@relance/service-runtime';
import { checkTemporal } from '@relance/temporal';
import { Client } from '@temporalio/client';
import { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { LeadNamespace } from './lead-namespace';
import { LeadWorker } from './lead-worker';
import { ReminderMailer } from './reminder-mailer';

/** Temporal answers, and its namespace has what leads need, as far as is known. */
@Injectable()
export class TemporalHealthCheck extends HealthCheck {
  readonly name = 'temporal';
  constructor(
    private readonly client: Client,
    private readonly namespace: LeadNamespace,
  ) {
    super();
  }
  async check(): Promise<void> {
    await checkTemporal(this.client);
    if (this.namespace.problem !== undefined) throw this.namespace.problem;
  }
}

/** This process takes tasks from Temporal. */
@Injectable()
export class TemporalWorkerHealthCheck extends HealthCheck {
  readonly name = 'temporal-worker';
  constructor(private readonly worker: LeadWorker) {
    super();
  }
  check(): Promise<void> {
    return this.worker.takesTasks ? Promise.resolve() : Promise.reject(new Error('the worker does not poll'));
  }
}

/** Without the organisation's news leads go on with what is known of people and points of sale. */
@Injectable()
export class OrganisationHealthCheck extends HealthCheck {
  readonly name = 'organisation';
  override readonly required = false;
  constructor(private readonly feed: OrganisationFeed) {
    super();
  }
  check(): Promise<void> {
    return this.feed.answers ? Promise.resolve() : Promise.reject(new Error('its feed does not answer'));
  }
}

/** Reminders that no server takes are tried again until their lead is overdue. */
@Injectable()
export class SmtpHealthCheck extends HealthCheck {
  readonly name = 'smtp';
  override readonly required = false;
  constructor(private readonly mailer: ReminderMailer) {
    super();
  }
  check(): Promise<void> {
    return this.mailer.greet();
  }
}

export const WORKER_HEALTH_CHECKS = [
  TemporalHealthCheck,
  TemporalWorkerHealthCheck,
  OrganisationHealthCheck,
  SmtpHealthCheck,
];
