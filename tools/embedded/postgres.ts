import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  chownSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startAndWait, type ChildOfOurs } from './child-process.ts';
import { diskFullSentence, OperatorError, saysDiskFull } from './operator-error.ts';
import { choosePlace, makePrivateFolder, type PostgresPlace } from './postgres-place.ts';
import type { ProcessSpec } from './process-spec.ts';
import { ProgramFailedError, runProgram } from './run-program.ts';
import { commandLine, endProcesses, isAlive, markOf, processesIn } from './processes.ts';

/** What the embedded PostgreSQL needs to know. */
export interface PostgresOptions {
  readonly home: string;
  readonly port: number;
  readonly password: string;
  readonly logFile: string;
  /** Ends the preparation. */
  readonly signal?: AbortSignal;
}

/**
 * Durable (fsync and synchronous commits stay on), small in memory, reachable from this machine only, without a socket
 * file in the system's temporary folder.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  wal_compression: 'on',
  wal_buffers: '16MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  huge_pages: 'off',
  password_encryption: 'scram-sha-256',
  log_timezone: 'UTC',
  timezone: 'UTC',
  log_line_prefix: '%m [%p] %a ',
  log_min_duration_statement: '2s',
} as const;

/** Superuser's address; the database it names may not exist yet. */
export function adminUrl(options: { port: number; password: string }, database = 'relance'): string {
  return `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
}

/** Creates the cluster when there is none, and says how to run it. */
export async function preparePostgres(options: PostgresOptions): Promise<ProcessSpec> {
  const place = choosePlace(options.home);
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) await createCluster(place, options);
  requireSameVersion(place);
  const dataDir = realpathSync(place.dataDir);
  return {
    name: 'postgres',
    command: join(place.programs, 'bin', 'postgres'),
    args: [
      ...['-D', dataDir, '-p', String(options.port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', ...markOf('postgres', options.home) },
    cwd: dirname(dataDir) === options.home ? '/' : dirname(dataDir),
    logFile: options.logFile,
    account: place.account,
    stopSignal: 'SIGINT',
    stopTimeoutMs: 30_000,
    readyTimeoutMs: 60_000,
    beforeStart: () => clearLeftovers(dataDir),
    isReady: () => answers(adminUrl(options, 'postgres')),
  };
}

/** Starts the embedded PostgreSQL on its own and waits until it answers. */
export async function startPostgres(options: PostgresOptions): Promise<ChildOfOurs> {
  return startAndWait(await preparePostgres(options));
}

/** In a folder of its own first, so that an interrupted creation leaves nothing half made. */
async function createCluster(place: PostgresPlace, { password, signal }: PostgresOptions): Promise<void> {
  const { dataDir, account } = place;
  const fresh = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  makePrivateFolder(fresh, account);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    await runProgram(
      join(place.programs, 'bin', 'initdb'),
      [
        ...[`--pgdata=${fresh}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...[
          '--encoding=UTF8',
          '--locale=C',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--no-instructions',
        ],
      ],
      { ...account, signal, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } },
    );
    renameSync(fresh, dataDir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    signal?.throwIfAborted();
    const said = error instanceof ProgramFailedError ? error.stderr : String(error);
    if (saysDiskFull(error)) throw new OperatorError(diskFullSentence(dirname(dataDir)));
    throw new OperatorError(`PostgreSQL could not create its data in ${dataDir}: ${said.trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function requireSameVersion(place: PostgresPlace): void {
  const data = readFileSync(join(place.dataDir, 'PG_VERSION'), 'utf8').trim();
  if (place.version.split('.')[0] === data) return;
  throw new OperatorError(
    `The data in ${place.dataDir} was made by PostgreSQL ${data}, the installed one is ${place.version}: dump and restore it as docs/operations.md says, or begin again with npm run reset.`,
  );
}

/** A predecessor that was killed leaves its lock file; one whose supervisor was killed still runs. */
async function clearLeftovers(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0;
  if (pid > 0 && isAlive(pid) && commandLine(pid).includes(dataDir))
    await endProcesses([pid], 'SIGINT', 15_000);
  await endProcesses(processesIn(dataDir, 'postgres'), 'SIGQUIT', 5_000);
  rmSync(lock, { force: true });
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
