import 'reflect-metadata';
import { createDataSource } from '@relance/database';
import { IdempotencyService } from '@relance/idempotency';
import { randomBytes } from 'node:crypto';
import { ApiKeysService } from './api-keys/api-keys.service';
import { seedConfig } from './config';
import { FirstDataService, type FirstData } from './demo-data/first-data.service';
import { SCHEMA } from './events/organisation-log';
import { LeadSourcesService } from './lead-sources/lead-sources.service';
import { PointsOfSaleService } from './points-of-sale/points-of-sale.service';
import { SecretKeeper } from './secrets/secret-keeper';
import { TeamsService } from './teams/teams.service';

/**
 * Puts in the demo group, or with `RELANCE_DEMO=0` the first Admin, and prints as JSON what signs in. Run it as
 * often as you like. Errors go to stderr as one sentence, with exit code 1.
 */
async function seed(): Promise<FirstData> {
  const config = seedConfig();
  const dataSource = createDataSource({
    url: config.ORGANISATION_DATABASE_URL,
    schema: SCHEMA,
    applicationName: 'organisation-seed',
    poolSize: 1,
  });
  await dataSource.initialize();
  try {
    const idempotency = new IdempotencyService(dataSource, SCHEMA);
    // Nothing is sealed here: no request is answered.
    const secrets = new SecretKeeper(randomBytes(32).toString('hex'));
    const firstData = new FirstDataService(
      dataSource,
      new PointsOfSaleService(dataSource, idempotency),
      new ApiKeysService(dataSource, idempotency, secrets),
      new TeamsService(dataSource, idempotency),
      new LeadSourcesService(dataSource, idempotency),
    );
    return config.RELANCE_DEMO === '0'
      ? await firstData.putAdmin(config.ADMIN_EMAIL, config.ADMIN_PASSWORD)
      : await firstData.putDemoGroup();
  } finally {
    await dataSource.destroy();
  }
}

seed().then(
  (firstData) => process.stdout.write(`${JSON.stringify(firstData)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
