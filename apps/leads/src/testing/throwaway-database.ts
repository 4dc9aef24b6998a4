import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createDataSource } from '@relance/database';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { uuidv7 } from '../uuid';

const run = promisify(execFile);
const ENSURE_DATABASE = join(__dirname, '../../../../tools/migrate/ensure-database.ts');

/** Roles belong to the whole server, so every spec on it has to give them the same passwords. */
const PASSWORDS = {
  organisation: process.env['ORGANISATION_DB_PASSWORD'] ?? 'organisation-under-test',
  leads: process.env['LEADS_DB_PASSWORD'] ?? 'leads-under-test',
};

export type ThrowawayDatabase = {
  /** Connected as the role of the leads service. */
  dataSource: DataSource;
  /** The address for that role. */
  url: string;
  /** The address for the administrator, who owns the schema. */
  adminUrl: string;
  drop(): Promise<void>;
};

/** A database of its own on the server of `TEST_DATABASE_URL`, with the real roles, rights and migrations. */
export async function createThrowawayDatabase(): Promise<ThrowawayDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is missing: the administrator of a PostgreSQL for tests.');
  const name = `leads_${uuidv7().replaceAll('-', '')}`;
  const adminUrl = addressOf(server, name);
  await ensureDatabase(adminUrl.href);
  const admin = source(adminUrl.href);
  await admin.initialize();
  await admin.runMigrations({ transaction: 'each' });
  await admin.destroy();
  const serviceUrl = new URL(adminUrl);
  serviceUrl.username = 'relance_leads';
  serviceUrl.password = encodeURIComponent(PASSWORDS.leads);
  const dataSource = source(serviceUrl.href);
  await dataSource.initialize();
  return {
    dataSource,
    url: serviceUrl.href,
    adminUrl: adminUrl.href,
    async drop() {
      await dataSource.destroy();
      const maintenance = source(addressOf(server, 'postgres').href);
      await maintenance.initialize();
      await maintenance.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await maintenance.destroy();
    },
  };
}

function source(url: string): DataSource {
  return createDataSource({ url, schema: 'leads', applicationName: 'leads-spec', migrations });
}

function addressOf(server: string, database: string): URL {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url;
}

/** The same preparation as `npm start`; the tools are ES modules, hence a process of its own. */
async function ensureDatabase(adminUrl: string): Promise<void> {
  const script = `
    const { ensureDatabase } = await import(${JSON.stringify(pathToFileURL(ENSURE_DATABASE).href)});
    await ensureDatabase(process.env.ADMIN_URL, JSON.parse(process.env.PASSWORDS));`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'], ADMIN_URL: adminUrl, PASSWORDS: JSON.stringify(PASSWORDS) },
  });
}
