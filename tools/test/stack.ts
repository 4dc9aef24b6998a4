import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestStack, type TestStack } from '../embedded/index.ts';
import { isFree, portsFor } from '../embedded/ports.ts';
import { ensureDatabase } from '../migrate/ensure-database.ts';

/**
 * Runs `work` with PostgreSQL, Temporal (time can be skipped) and a mail catcher of their own, and takes them away
 * afterwards, whatever happened.
 *
 * @param work receives the environment by which specs find the parts
 */
export async function withTestStack<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'relance-test-'));
  // PostgreSQL never runs as root: its own account must get through to its folder.
  await chmod(home, 0o755);
  try {
    const stack = await startTestStack({ timeSkipping: true, home, portOffset: await freePortOffset() });
    try {
      return await work(await environmentOf(stack));
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The variables by which specs find the parts; the database has its roles and empty schemas. */
async function environmentOf(stack: TestStack): Promise<Record<string, string>> {
  const { adminDatabaseUrl, temporalAddress, smtpUrl, mailApiUrl, secrets } = stack;
  await ensureDatabase(adminDatabaseUrl, {
    organisation: secrets.organisationDatabasePassword,
    leads: secrets.leadsDatabasePassword,
  });
  return {
    TEST_DATABASE_URL: adminDatabaseUrl,
    TEST_TEMPORAL_ADDRESS: temporalAddress,
    TEST_SMTP_URL: smtpUrl,
    TEST_MAIL_API_URL: mailApiUrl,
    ORGANISATION_DB_PASSWORD: secrets.organisationDatabasePassword,
    LEADS_DB_PASSWORD: secrets.leadsDatabasePassword,
  };
}

/** An offset at which nobody listens, below the ports that systems give to outgoing connections. */
async function freePortOffset(): Promise<number> {
  const first = process.pid % 80;
  for (let step = 0; step < 80; step += 1) {
    const offset = 10_000 + ((first + step) % 80) * 150;
    const free = await Promise.all(Object.values(portsFor(offset)).map((port) => isFree(port)));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('No free range of ports was found for the tests.');
}
