import { createDataSource } from '@relance/database';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { SCHEMA } from '../events/organisation-log';
import { migrations } from '../migrations';

const run = promisify(execFile);
const ENSURE_DATABASE = join(__dirname, '../../../../tools/migrate/ensure-database.ts');

/** Roles belong to the whole server, so every spec on it has to give them the same passwords. */
const PASSWORDS = {
  organisation: process.env['ORGANISATION_DB_PASSWORD'] ?? 'organisation-under-test',
  leads: process.env['LEADS_DB_PASSWORD'] ?? 'leads-under-test',
};

export type ThrowawayDatabase = {
  /** Connected as the administrator, who owns the schema. */
  admin: DataSource;
  /** Address for the role of a service. */
  urlOf(service: 'organisation' | 'leads'): string;
  drop(): Promise<void>;
};

/** A database of its own on the server of `TEST_DATABASE_URL`, with the real roles, rights and migrations. */
export async function createThrowawayDatabase(): Promise<ThrowawayDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is missing: the administrator of a PostgreSQL for tests.');
  const name = `organisation_${uuidv4().replaceAll('-', '')}`;
  const adminUrl = new URL(server);
  adminUrl.pathname = `/${name}`;
  await ensureDatabase(adminUrl.href);
  const admin = createDataSource({ url: adminUrl.href, schema: SCHEMA, applicationName: 'test', migrations });
  await admin.initialize();
  await admin.runMigrations();
  return {
    admin,
    urlOf(service) {
      const url = new URL(adminUrl);
      url.username = `relance_${service}`;
      url.password = encodeURIComponent(PASSWORDS[service]);
      return url.href;
    },
    async drop() {
      await admin.destroy();
      const maintenanceUrl = new URL(server);
      maintenanceUrl.pathname = '/postgres';
      const maintenance = createDataSource({
        url: maintenanceUrl.href,
        schema: 'public',
        applicationName: 'test',
      });
      await maintenance.initialize();
      await maintenance.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await maintenance.destroy();
    },
  };
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
