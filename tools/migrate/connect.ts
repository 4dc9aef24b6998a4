import { Client } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../embedded/operator-error.ts';

const connectionErrors = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET']);

/** Runs a function with a connection of its own. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'relance-migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explained(error, url);
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const askAgainMs = 50;

/**
 * Runs a function while holding a lock of the database, so that two migrations at once follow each other. It asks again
 * and again rather than wait in PostgreSQL: a statement that waits is a transaction, for whose end an index that is
 * built concurrently waits in turn, for ever.
 *
 * @param lock any number; the same one excludes itself
 */
export async function withLock<T>(client: Client, lock: number, run: () => Promise<T>): Promise<T> {
  while (!(await tryLock(client, lock))) await delay(askAgainMs);
  try {
    return await run();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock]);
  }
}

async function tryLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lock]);
  return rows[0]!.taken;
}

function explained(error: unknown, url: string): unknown {
  const { code } = error as { code?: string };
  const { hostname, port } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  if (code !== undefined && connectionErrors.has(code)) {
    return new OperatorError(`PostgreSQL does not answer at ${place}: start it, or correct DATABASE_URL.`);
  }
  if (code === '28P01' || code === '28000') {
    return new OperatorError(
      `PostgreSQL at ${place} refuses the account of DATABASE_URL: correct its user or password.`,
    );
  }
  return error;
}
