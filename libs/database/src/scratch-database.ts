import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export type ScratchDatabase = { url: string; drop(): Promise<void> };

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * An empty database for one test.
 * @param adminUrl an administrator of a real PostgreSQL, usually `TEST_DATABASE_URL`
 */
export async function createScratchDatabase(adminUrl: string | undefined): Promise<ScratchDatabase> {
  if (!adminUrl)
    throw new Error('TEST_DATABASE_URL is missing: the administrator of a PostgreSQL for tests.');
  const name = `scratch_${randomBytes(8).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
