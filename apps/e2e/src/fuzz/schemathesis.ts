import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from '../system/relance';

const REQUIREMENTS = join(__dirname, 'requirements.txt');
const INSTALL_WITHIN_MS = 110_000;

/**
 * Path of the pinned fuzzer, installed once into the user's cache by the Python of this machine; undefined, and why is
 * said, where there is no Python or no way to its registry.
 */
export function installedSchemathesis(): string | undefined {
  const id = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const { RELANCE_CACHE, XDG_CACHE_HOME } = process.env;
  const cache = RELANCE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'relance');
  const folder = join(cache, `schemathesis-${id}`);
  const complete = join(folder, 'complete');
  const program = join(folder, 'bin', 'schemathesis');
  if (existsSync(complete)) return program;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', folder]],
    [join(folder, 'bin', 'python'), [...pip, '--timeout', '20', '-r', REQUIREMENTS]],
  ];
  for (const [command, args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: INSTALL_WITHIN_MS,
    });
    if (status === 0) continue;
    console.warn(`Schemathesis cannot be installed, its specs are skipped: ${error?.message ?? stderr}`);
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  writeFileSync(complete, '');
  return program;
}

/** Fuzzes what an OpenAPI document promises; the code is 0 when every answer kept to it. */
export async function fuzz(
  program: string,
  {
    folder,
    gatewayUrl,
    headers,
    seconds,
    only,
  }: {
    folder: string;
    gatewayUrl: string;
    headers: Record<string, string>;
    seconds: number;
    only?: { method: string; path: string };
  },
): Promise<Ended> {
  const args = [
    ...['--config-file', join(__dirname, 'schemathesis.toml'), 'run', `${gatewayUrl}/api/openapi.json`],
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    ...(only ? ['--include-method', only.method, '--include-path-regex', only.path] : []),
    ...['--generation-deterministic', '--phases', 'examples,coverage,fuzzing,stateful'],
    ...['--max-examples', String(Math.max(10, Math.floor(seconds / 5))), '--max-time', String(seconds)],
    ...['--continue-on-failure', '--suppress-health-check', 'all', '--no-color'],
  ];
  const child = spawn(program, args, {
    // It leaves its notes where it runs.
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, COLUMNS: '120' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}
