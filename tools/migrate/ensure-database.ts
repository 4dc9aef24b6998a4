import type { Client } from 'pg';
import { OperatorError } from '../embedded/operator-error.ts';
import { withClient, withLock } from './connect.ts';
import { roleOf, services, type Service, type ServicePasswords } from './services.ts';

const lock = 7_301_001;
const oldestVersion = 150_000;
const raceCodes = new Set(['42P04', '42710', '23505', 'XX000', '40001']);

/**
 * Makes the database named in the admin's address ready for migrations: the database itself, a role and a schema per
 * service, and rights. A service's role may connect and read and write the tables of its own schema; it owns nothing and
 * sees no other schema. Nothing depends on `search_path`. Repeating it changes nothing but the roles' passwords.
 *
 * @throws OperatorError when PostgreSQL is too old, or the account may not do this
 */
export async function ensureDatabase(adminUrl: string, passwords: ServicePasswords): Promise<void> {
  try {
    await createDatabase(adminUrl);
    await withClient(adminUrl, (client) => withLock(client, lock, () => prepare(client, passwords)));
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new OperatorError(
      'The account of DATABASE_URL may not create databases, roles or schemas: use one with CREATEDB and CREATEROLE that owns the database.',
    );
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const exists = await withClient(adminUrl, () => Promise.resolve(true)).catch((error: unknown) => {
    if ((error as { code?: string }).code === '3D000') return false;
    throw error;
  });
  if (exists) return;
  const maintenance = new URL(adminUrl);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = '/postgres';
  await withClient(maintenance.href, (client) =>
    harmlessRace(() =>
      client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`),
    ),
  );
}

async function prepare(client: Client, passwords: ServicePasswords): Promise<void> {
  const { rows } = await client.query<{ name: string; admin: string; version: string }>(
    `SELECT current_database() AS name, current_user AS admin, current_setting('server_version_num') AS version`,
  );
  const { name, admin, version } = rows[0]!;
  if (Number(version) < oldestVersion) throw new OperatorError('PostgreSQL 15 or newer is needed.');
  const database = client.escapeIdentifier(name);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  for (const service of services) {
    await ensureRole(client, roleOf(service), passwords[service]);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roleOf(service)}`);
    await ensureSchema(client, service, client.escapeIdentifier(admin));
  }
}

/** Roles belong to the whole cluster: another database of it may be prepared at the same moment. */
async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await harmlessRace(() => client.query(`CREATE ROLE ${role}`));
  const rights = 'LOGIN NOCREATEDB NOCREATEROLE NOINHERIT';
  await harmlessRace(() =>
    client.query(`ALTER ROLE ${role} ${rights} PASSWORD ${client.escapeLiteral(password)}`),
  );
}

async function ensureSchema(client: Client, schema: Service, admin: string): Promise<void> {
  const role = roleOf(schema);
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${admin} IN SCHEMA ${schema} GRANT`;
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await client.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
  await client.query(`${defaults} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`);
  await client.query(`${defaults} USAGE, SELECT ON SEQUENCES TO ${role}`);
  await client.query(`${defaults} EXECUTE ON FUNCTIONS TO ${role}`);
}

/** Somebody else did the same thing at the same instant: then it is done, or is tried once more. */
async function harmlessRace(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      if (code === undefined || !raceCodes.has(code)) throw error;
      if (code !== 'XX000' && code !== '40001') return;
      if (tries === 20 || !message?.includes('concurrently')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * tries));
    }
  }
}
