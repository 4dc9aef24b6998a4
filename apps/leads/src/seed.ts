import 'reflect-metadata';
import { createDataSource } from '@relance/database';
import { flushLogs } from '@relance/service-runtime';
import { ServiceTokenSigner } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import { LeadsConfig } from './config';
import { DemoLeads } from './demo-leads/demo-leads';
import { IncomingLeadSettingsService } from './incoming-lead-settings/incoming-lead-settings.service';
import { OpenLeadSettings } from './incoming-lead-settings/open-lead-settings';
import { SettingsVersions } from './incoming-lead-settings/settings-versions';
import { IntakePreparation } from './intake/intake-preparation';
import { LeadCodes } from './intake/lead-codes';
import { LeadTransaction } from './lifecycle/lead-transaction';
import { LifecycleService } from './lifecycle/lifecycle.service';
import { ReminderDelivery } from './lifecycle/reminder-delivery';
import { MemberDirectory } from './organisation-projection/member-directory';
import { OrganisationFeed } from './organisation-projection/organisation-feed';
import { PointOfSaleDirectory } from './organisation-projection/point-of-sale-directory';
import { Remarks } from './remarks/remarks.service';

/** One transaction, and what is read beside it. */
const CONNECTIONS = 3;

/**
 * Puts demo leads into a system that has none, while the organisation answers. Run it as often as you like. Errors go
 * to stderr as one sentence, with exit code 1.
 */
async function seed(): Promise<void> {
  const config = LeadsConfig.read();
  if (!config.demoLeads) return;
  const dataSource = createDataSource({
    url: config.env.LEADS_DATABASE_URL,
    schema: 'leads',
    applicationName: 'leads-seed',
    poolSize: CONNECTIONS,
  });
  await dataSource.initialize();
  try {
    const feed = new OrganisationFeed(
      dataSource,
      new ServiceTokenSigner(config.env.INTERNAL_TOKEN_SECRET, 'leads'),
      config,
    );
    await feed.pull();
    await demoLeads(dataSource, feed).put();
  } finally {
    await dataSource.destroy();
  }
}

function demoLeads(dataSource: DataSource, feed: OrganisationFeed): DemoLeads {
  const versions = new SettingsVersions(dataSource);
  const pointsOfSale = new PointOfSaleDirectory(dataSource, versions, feed);
  const transaction = new LeadTransaction(dataSource, versions, pointsOfSale);
  const openLeads = new OpenLeadSettings(dataSource, versions, pointsOfSale);
  return new DemoLeads(dataSource, new IncomingLeadSettingsService(dataSource, pointsOfSale, openLeads), {
    intake: new IntakePreparation(pointsOfSale, new LeadCodes(dataSource)),
    lifecycle: new LifecycleService(transaction, new MemberDirectory(dataSource, feed), pointsOfSale),
    reminders: new ReminderDelivery(dataSource),
    remarks: new Remarks(),
  });
}

seed().then(flushLogs, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
