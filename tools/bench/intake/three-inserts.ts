import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { OperatorError } from '../../embedded/operator-error.ts';
import { Latencies } from '../engine/latencies.ts';

/** What pgbench measured. */
export interface ThreeInserts {
  readonly perSecond: number;
  /** In ms. */
  readonly latencies: Latencies;
}

/** Said where the limit cannot be measured. */
export const noPgbench =
  'pgbench is not on the PATH, so there is no limit to compare with: install postgresql-contrib (Debian: postgresql).';

/** Whether the limit can be measured here. */
export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0;
}

const tables = ['lead', 'contact', 'event'] as const;

/**
 * The limit of the intake: a transaction of three plain inserts (lead, contact, event) with pgbench, into copies of
 * our tables with all their indexes, with values of the size that the run before left in them.
 */
export async function measureThreeInserts(
  databaseUrl: string,
  client: Client,
  options: { home: string; clients: number; seconds: number },
): Promise<ThreeInserts> {
  await client.query('CREATE SCHEMA bench');
  await client.query('CREATE SEQUENCE bench.number');
  const inserts: string[] = [];
  for (const table of tables) {
    await client.query(`CREATE TABLE bench.${table} (LIKE leads.${table} INCLUDING ALL)`);
    inserts.push(await insertLike(client, table));
  }
  const folder = join(options.home, 'pgbench');
  mkdirSync(folder);
  const script = join(folder, 'three-inserts.sql');
  writeFileSync(script, ['BEGIN;', ...inserts, 'COMMIT;', ''].join('\n'));
  await runPgbench(databaseUrl, [
    ...['--no-vacuum', '--protocol=prepared', `--client=${options.clients}`, '--jobs=1'],
    ...[`--time=${options.seconds}`, `--file=${script}`, '--log', `--log-prefix=${join(folder, 'log')}`],
  ]);
  await client.query('DROP SCHEMA bench CASCADE');
  const latencies = readLatencies(folder);
  return { perSecond: latencies.count / options.seconds, latencies };
}

/** What differs from row to row; the sequence is asked once per transaction, as an id in the order of time. */
const distinct: Record<string, string> = {
  'lead.id': `lpad(to_hex(nextval('bench.number')), 32, '0')::uuid`,
  'lead.code': `'L-2026-' || lpad(currval('bench.number')::text, 6, '0')`,
  'lead.external_id': `'bench-run-' || currval('bench.number')`,
  'contact.lead_id': `lpad(to_hex(currval('bench.number')), 32, '0')::uuid`,
  'contact.email': `'contact-' || currval('bench.number') || '@example.com'`,
  'event.subject': `lpad(to_hex(currval('bench.number')), 32, '0')::uuid`,
};
const givenByDatabase = new Set(['event.position', 'event.transaction_id', 'event.recorded_at']);

async function insertLike(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ column: string; value: string }>(
    `SELECT key AS column, quote_nullable(value) AS value
       FROM (SELECT * FROM leads.${table} LIMIT 1) sample, LATERAL (
         SELECT a.attname AS key, to_jsonb(sample) -> a.attname AS json,
                CASE WHEN jsonb_typeof(to_jsonb(sample) -> a.attname) = 'array' AND format_type(a.atttypid, NULL) = 'text[]'
                     THEN (SELECT array_agg(e)::text FROM jsonb_array_elements_text(to_jsonb(sample) -> a.attname) e)
                     ELSE to_jsonb(sample) ->> a.attname END AS value
           FROM pg_attribute a WHERE a.attrelid = 'leads.${table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
       ) columns`,
  );
  const written = rows.filter(({ column, value }) => {
    return value !== 'NULL' && !givenByDatabase.has(`${table}.${column}`);
  });
  const columns = written.map(({ column }) => column).join(', ');
  const values = written.map(({ column, value }) => distinct[`${table}.${column}`] ?? value).join(', ');
  return `INSERT INTO bench.${table} (${columns}) VALUES (${values.replaceAll('\n', ' ')});`;
}

function runPgbench(databaseUrl: string, args: readonly string[]): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const place = ['-h', hostname, '-p', port, '-U', decodeURIComponent(username)];
  const child = spawn('pgbench', [...args, ...place, decodeURIComponent(pathname.slice(1))], {
    env: { PATH: process.env['PATH'], PGPASSWORD: decodeURIComponent(password) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new OperatorError(noPgbench)));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`pgbench failed with code ${code}:\n${said}`)),
    );
  });
}

/** Lines of pgbench's log: client, number, time in µs, … */
function readLatencies(folder: string): Latencies {
  const latencies = new Latencies();
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('log.'))) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      if (line !== '') latencies.add(Number(line.split(' ')[2]) / 1000);
    }
  }
  return latencies;
}
