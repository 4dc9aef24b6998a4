import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configureLogging, createLogger } from '@relance/service-runtime';
import { Client } from '@temporalio/client';
import { LeadsConfig } from './config';
import { LeadWorkflowsModule } from './leads-worker.module';
import { LeadNamespace } from './lifecycle/lead-namespace';
import { ReconcileSchedule } from './lifecycle/reconcile-schedule';
import { Reconciliation } from './lifecycle/reconciliation';

/** `npm run workflows:rebuild`: after Temporal's data was lost, every open lead gets its workflow again. */
async function main(): Promise<void> {
  const config = LeadsConfig.read();
  configureLogging('workflows-rebuild', config.env.LOG_LEVEL);
  const log = createLogger('rebuild');
  const app = await NestFactory.createApplicationContext(
    LeadWorkflowsModule.forConfig(config, 'workflows-rebuild'),
    {
      logger: false,
    },
  );
  const client = app.get(Client);
  await app.get(LeadNamespace).prepare();
  await app.get(ReconcileSchedule).ensure();
  const result = await app.get(Reconciliation).reconcile((leads) => log.info({ leads }, 'leads looked at'));
  process.stdout.write(
    `${result.openLeads} open leads, ${result.openWorkflows} workflows found, ` +
      `${result.started} started, ${result.ended} ended${result.failed > 0 ? `, ${result.failed} refused by Temporal` : ''}\n`,
  );
  await client.connection.close();
  await app.close();
  if (result.failed > 0) process.exitCode = 1;
}

void main();
