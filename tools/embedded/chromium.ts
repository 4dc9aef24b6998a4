import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OperatorError } from './operator-error.ts';
import { repositoryRoot } from './paths.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installTimeoutMs = 240_000;

/**
 * A Chromium for the browser tests and benchmarks: `CHROMIUM_PATH`, one on the PATH, Playwright's own download; on
 * Debian as root it is installed.
 *
 * @throws OperatorError when there is none and none can be had
 */
export async function findChromium(say: (progress: string) => void = () => undefined): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new OperatorError(`CHROMIUM_PATH names ${named}, where there is nothing: correct it, or unset it.`);
  }
  const found = onPath() ?? (await ofPlaywright());
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium (once)');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = onPath();
    if (installed !== undefined) return installed;
  }
  say('downloading Chromium (once)');
  const cli = join(repositoryRoot, 'node_modules/playwright/cli.js');
  await run(process.execPath, [cli, 'install', '--only-shell', 'chromium']);
  const downloaded = await ofPlaywright();
  if (downloaded !== undefined) return downloaded;
  throw new OperatorError('No Chromium could be had: install one, or set CHROMIUM_PATH to its executable.');
}

/** What a Chromium is started with here: as root it has no sandbox, and it asks nothing of the world outside. */
export const chromiumFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place) && works(place));
}

/** Some systems have a `chromium` that only says how to install one. */
function works(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

async function ofPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Runs an installer; whether it helped is seen by looking again. */
function run(command: string, args: string[]): Promise<void> {
  return new Promise((done) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, args, { stdio: 'ignore', env, timeout: installTimeoutMs });
    child.once('error', () => done());
    child.once('close', () => done());
  });
}
