/**
 * Entry of every npm script: `node tools/bootstrap.mjs <command> [arguments]`. Plain JavaScript without dependencies: it
 * runs before anything is installed, on the Node the user has. It installs the packages when they are missing or out of
 * date, then runs `tools/<command>/main.ts` on the Node that the project pins.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.relance-lock');
const lockFile = join(root, 'package-lock.json');
const pinnedNode =
  process.platform === 'win32' ? join(modules, 'node', 'bin', 'node.exe') : join(modules, '.bin', 'node');
const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network (?:timeout|request)/i;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let interrupted = false;

const [command, ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Node ${process.versions.node} is too old: install Node 20 or newer, then run the command again.`);
}
if (!command || !existsSync(join(root, 'tools', command, 'main.ts'))) {
  stop(`There is no command ${command ?? ''}: package.json lists the scripts.`);
}
if (!isInstalled()) await install();
run();

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Same lock file as at the last look, or one that agrees with what npm says it installed. */
function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  const stamp = stampOf();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  if (!agrees()) return false;
  remember();
  return true;
}

function stampOf() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${process.platform}-${process.arch} ${lock}\n`;
}

function remember() {
  try {
    writeFileSync(stampFile, stampOf());
  } catch {
    // A read-only installation is compared again next time.
  }
}

function agrees() {
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const found = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted)
      .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.peer)
      .every(
        ([path, { version, link }]) =>
          found[path] && found[path].version === version && found[path].link === link,
      );
  } catch {
    return false;
  }
}

async function install() {
  process.stdout.write('Installing packages (once, about a minute) …\n');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const heartbeat = setInterval(() => process.stdout.write(`  still installing, ${seconds()} s\n`), 15_000);
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  let { code, said } = await runNpm(['ci', ...flags, '--fetch-retry-mintimeout=2000']);
  // A lock file without the packages of other platforms is refused by `ci`, though everything for this one is there.
  if (code !== 0 && !interrupted && /EUSAGE/.test(said))
    ({ code, said } = await runNpm(['install', '--no-save', ...flags]));
  clearInterval(heartbeat);
  if (interrupted) stop('Stopped while packages were being installed: run the command again to go on.');
  if (code !== 0) {
    if (/ENOSPC/.test(said))
      stop(`The disk that holds ${root} is full: free 2 GB there, then run the command again.`);
    if (unreachable.test(said)) {
      stop(
        'The npm registry does not answer: check the network or the registry setting of npm, then run the command again.',
      );
    }
    stop(`npm could not install the packages (code ${code}):\n${said.trim().slice(0, 2000)}`);
  }
  if (!existsSync(pinnedNode)) {
    stop(
      'npm did not install the pinned Node: allow install scripts (npm config set ignore-scripts false), then run the command again.',
    );
  }
  remember();
  process.stdout.write(`Packages installed in ${seconds()} s.\n`);
}

/** npm as it was called, or the one on the PATH; resolves with its code and what it said on stderr. */
function runNpm(npmArgs) {
  const script = process.env.npm_execpath;
  const own = script && /\.c?js$/.test(script);
  const windows = process.platform === 'win32';
  // In a group of its own: what it has started ends with it.
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], detached: !windows };
  const npm = own
    ? spawn(process.execPath, [script, ...npmArgs], options)
    : spawn('npm', npmArgs, { ...options, shell: windows });
  const end = (signal) => {
    interrupted = true;
    endGroup(npm, windows, signal);
  };
  for (const signal of signals) process.on(signal, end);
  const stopWatching = process.env.npm_lifecycle_event ? watchParent(() => end('SIGTERM')) : () => undefined;
  return new Promise((done) => {
    const resolve = (result) => {
      for (const signal of signals) process.off(signal, end);
      stopWatching();
      done(result);
    };
    let said = '';
    npm.stderr.on('data', (chunk) => (said += chunk));
    npm.once('error', (error) => resolve({ code: 1, said: `npm could not be started: ${error.message}` }));
    npm.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

function endGroup(npm, windows, signal) {
  try {
    if (windows) npm.kill(signal);
    else process.kill(-npm.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Runs the command, hands signals on, and ends as it ends. */
function run() {
  const bin = join(modules, '.bin');
  // Compiled code is kept: every tool and service starts faster and in less memory.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'compiled');
  const env = { ...process.env, NODE_COMPILE_CACHE, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(pinnedNode, [join(root, 'tools', command, 'main.ts'), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => stop(`${pinnedNode} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  if (process.env.npm_lifecycle_event) watchParent(() => child.kill('SIGTERM'));
}

/** When npm itself was killed nobody could ask the command to end any more. Returns what ends the watch. */
function watchParent(end) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) end();
  }, 1000).unref();
  return () => clearInterval(timer);
}
