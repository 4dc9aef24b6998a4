import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines } from '../../embedded/child-process.ts';
import { OperatorError } from '../../embedded/operator-error.ts';
import { repositoryRoot } from '../../embedded/paths.ts';
import { isFree, portsFor } from '../../embedded/ports.ts';
import { placeOutsideHome } from '../../embedded/postgres-place.ts';
import { endProcesses, leftoversOf } from '../../embedded/processes.ts';
import { readRunFile, type RunFile } from '../../start/run-file.ts';
import type { BenchContext } from './bench.ts';

/** A whole system, as `npm start` runs it, with data and ports of its own. */
export interface SystemUnderTest {
  readonly home: string;
  readonly gatewayUrl: string;
  readonly temporalAddress: string;
  /** The administrator's address of the database. */
  readonly databaseUrl: string;
  /** Base address of the leads worker's health and metrics. */
  readonly workerUrl: string;
  /** Process ids by name, the supervisor included, as they are now. */
  pids(): Record<string, number>;
}

/** Variables that would put another part in the place of an embedded one, or move what the bench moves. */
const notInherited =
  /^(DATABASE_URL|TEMPORAL_.*|SMTP_URL|PORT|HOST|PUBLIC_URL|RELANCE_.*|ADMIN_.*|NODE_ENV|LOG_LEVEL)$/;
const readyWithinMs = 180_000;
const stopWithinMs = 90_000;

/** Data and ports of a system, which keep from one start to the next. */
export interface SystemHome {
  /**
   * Starts the system, hands it to `use`, and stops it whatever happens.
   *
   * @param env variables for `npm start`, e.g. a mail server of the bench's own
   */
  run<T>(
    use: (system: SystemUnderTest, readyAfterMs: number) => Promise<T>,
    env?: Readonly<Record<string, string>>,
  ): Promise<T>;
}

/** Hands a home without data to `use`; nothing of it remains afterwards. */
export async function withHome<T>(context: BenchContext, use: (home: SystemHome) => Promise<T>): Promise<T> {
  context.signal.throwIfAborted();
  const home = mkdtempSync(join(tmpdir(), 'relance-bench-'));
  chmodSync(home, 0o755);
  const offset = await freeOffset();
  try {
    return await use({ run: (inSystem, env = {}) => runIn(home, offset, context, inSystem, env) });
  } finally {
    const outside = placeOutsideHome(home);
    if (outside) rmSync(outside, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
}

/** Starts a system with data of its own, hands it to `use`, and stops it whatever happens; nothing of it remains. */
export function withSystem<T>(
  context: BenchContext,
  use: (system: SystemUnderTest) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  return withHome(context, (home) => home.run((system) => use(system), env));
}

async function runIn<T>(
  home: string,
  offset: number,
  context: BenchContext,
  use: (system: SystemUnderTest, readyAfterMs: number) => Promise<T>,
  env: Readonly<Record<string, string>>,
): Promise<T> {
  const log = join(home, 'start.log');
  writeFileSync(log, '');
  context.say('starting the system');
  const began = performance.now();
  const supervisor = startSupervisor(log, {
    ...inheritedEnvironment(),
    RELANCE_HOME: home,
    RELANCE_PORT_OFFSET: String(offset),
    RELANCE_DEMO_LEADS: '0',
    ...env,
  });
  try {
    await untilReady(supervisor, log, context.signal);
    const readyAfterMs = performance.now() - began;
    const run = requireRunFile(home);
    const system: SystemUnderTest = {
      home,
      gatewayUrl: run.gatewayUrl,
      temporalAddress: run.temporalAddress,
      databaseUrl: run.env['DATABASE_URL']!,
      workerUrl: `http://127.0.0.1:${portsFor(offset).leadsWorker}`,
      pids: () => ({ supervisor: supervisor.pid!, ...requireRunFile(home).pids }),
    };
    return await Promise.race([use(system, readyAfterMs), aborted(context.signal)]);
  } finally {
    await stop(supervisor, home);
  }
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !notInherited.test(name)));
}

/** In a group of its own, so that Ctrl-C reaches the bench alone; it ends with the bench even when that is killed. */
function startSupervisor(log: string, env: NodeJS.ProcessEnv): ChildProcess {
  const follows = spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;
  const program = [process.execPath, join(repositoryRoot, 'tools/start/main.ts')] as const;
  const [command, ...args] = follows ? (['setpriv', '--pdeathsig', 'TERM', ...program] as const) : program;
  const file = openSync(log, 'a');
  try {
    return spawn(command, args, { cwd: repositoryRoot, env, detached: true, stdio: ['ignore', file, file] });
  } finally {
    closeSync(file);
  }
}

async function untilReady(supervisor: ChildProcess, log: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (!/^ready$/m.test(readFileSync(log, 'utf8'))) {
    signal.throwIfAborted();
    if (hasEnded(supervisor) || Date.now() > deadline) {
      throw new OperatorError(`The system to measure did not start:\n${await lastLines(log, 15)}`);
    }
    await delay(100);
  }
}

async function stop(supervisor: ChildProcess, home: string): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (hasEnded(supervisor)) resolve();
    else supervisor.once('exit', () => resolve());
  });
  supervisor.kill('SIGTERM');
  await Promise.race([ended, delay(stopWithinMs, undefined, { ref: false })]);
  if (!hasEnded(supervisor)) supervisor.kill('SIGKILL');
  await endProcesses(leftoversOf(home, []), 'SIGTERM', 5_000);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function requireRunFile(home: string): RunFile {
  const run = readRunFile(home);
  if (run === undefined) throw new OperatorError(`The system to measure wrote no run.json in ${home}.`);
  return run;
}

/** An offset at which every port is free, below those that the operating system gives out by itself. */
async function freeOffset(): Promise<number> {
  const first = process.pid % 100;
  for (let step = 0; step < 100; step += 1) {
    const offset = 20_000 + ((first + step) % 100) * 30;
    const free = await Promise.all(Object.values(portsFor(offset)).map((port) => isFree(port)));
    if (free.every(Boolean)) return offset;
  }
  throw new OperatorError(
    'No free ports were found for a system to measure: stop what listens beyond 20,000.',
  );
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new OperatorError('Stopped before the end.'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
