import { Module, type DynamicModule } from '@nestjs/common';
import { createTemporalClient } from '@relance/temporal';
import { Client } from '@temporalio/client';
import type { LeadsConfig } from './config';
import { OpenLeadSettings } from './incoming-lead-settings/open-lead-settings';
import { IntakePreparation } from './intake/intake-preparation';
import { LeadCodes } from './intake/lead-codes';
import { ImportBatches } from './lead-import-jobs/import-batches';
import { LeadImportActivityService } from './lead-import-jobs/lead-import.activities';
import { LeadImportRetention } from './lead-import-jobs/lead-import-retention';
import { LeadImportRunner } from './lead-import-jobs/lead-import-runner';
import { LeadImportStarter } from './lead-import-jobs/lead-import-starter';
import { LeadImportWork } from './lead-import-jobs/lead-import-work';
import { LeadsCoreModule } from './leads-core.module';
import { LeadDispatcher } from './lifecycle/lead-dispatcher';
import { LeadLifecycleActivityService } from './lifecycle/lead-lifecycle.activities';
import { LeadNamespace } from './lifecycle/lead-namespace';
import { LeadWorker } from './lifecycle/lead-worker';
import { LeadWorkflows } from './lifecycle/lead-workflows';
import { OpenLeads } from './lifecycle/open-leads';
import { ReconcileSchedule } from './lifecycle/reconcile-schedule';
import { Reconciliation } from './lifecycle/reconciliation';
import { ReminderDelivery } from './lifecycle/reminder-delivery';
import { ReminderMailer } from './lifecycle/reminder-mailer';
import { ReminderSender } from './lifecycle/reminder-sender';
import { WORKER_HEALTH_CHECKS } from './lifecycle/worker-health';

const lifecycle = [LeadNamespace, LeadWorkflows, OpenLeads, Reconciliation, ReconcileSchedule];

/** What speaks to Temporal: for the worker, and for the command that starts the workflows again. */
@Module({})
export class LeadWorkflowsModule {
  static forConfig(config: LeadsConfig, applicationName: string): DynamicModule {
    return {
      module: LeadWorkflowsModule,
      imports: [LeadsCoreModule.forConfig(config, { applicationName, poolSize: 12 })],
      providers: [{ provide: Client, useFactory: () => createTemporalClient(config.temporal) }, ...lifecycle],
      exports: [Client, ...lifecycle],
    };
  }
}

/** The worker process of the leads service: dispatcher, workflows, activities, housekeeping. */
@Module({})
export class LeadsWorkerModule {
  static forConfig(config: LeadsConfig): DynamicModule {
    return {
      module: LeadsWorkerModule,
      imports: [LeadWorkflowsModule.forConfig(config, 'leads-worker')],
      providers: [
        LeadDispatcher,
        ReminderMailer,
        ReminderDelivery,
        ReminderSender,
        LeadLifecycleActivityService,
        OpenLeadSettings,
        ...[IntakePreparation, LeadCodes, ImportBatches, LeadImportRunner],
        ...[LeadImportActivityService, LeadImportStarter, LeadImportRetention, LeadImportWork],
        LeadWorker,
        ...WORKER_HEALTH_CHECKS,
      ],
    };
  }
}
