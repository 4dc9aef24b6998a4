import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startAndWait, type ChildOfOurs } from './child-process.ts';
import type { ProcessSpec } from './process-spec.ts';
import { markOf } from './processes.ts';
import { findTemporal } from './temporal-executable.ts';
import { searchAttributes } from './temporal-search-attributes.ts';

/** What the embedded Temporal server needs to know. */
export interface TemporalOptions {
  readonly home: string;
  readonly port: number;
  readonly httpPort: number;
  readonly uiPort: number;
  readonly metricsPort: number;
  readonly logFile: string;
  /** Lets workflows skip time: for tests and simulation only. */
  readonly timeSkipping?: boolean;
  /** Told in words about a step that takes long. */
  readonly say?: (step: string) => void;
  /** Ends the preparation. */
  readonly signal?: AbortSignal;
}

/** Requests come first: the server's background work yields the processor to them. */
const backgroundNiceness = 5;

/** A workflow that slept so long is given to any worker, with its whole history (docs/decisions/0017). */
export const stickiness = 'history.stickyTTL="10s"';

/** Workflows may skip time, and long ones continue as new early. */
const forTests = ['frontend.WorkflowTimeSkippingEnabled=true', 'limit.historyCount.suggestContinueAsNew=600'];

/** Finds the executable and says how to run the server. */
export async function prepareTemporal(options: TemporalOptions): Promise<ProcessSpec> {
  const executable = await findTemporal(options);
  if (executable.note) options.say?.(executable.note);
  const folder = join(options.home, 'temporal');
  mkdirSync(folder, { recursive: true });
  const dynamic = [stickiness, ...(options.timeSkipping ? forTests : [])];
  return {
    name: 'temporal',
    command: executable.path,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--ui-ip', '127.0.0.1'],
      ...['--port', String(options.port), '--http-port', String(options.httpPort)],
      ...['--ui-port', String(options.uiPort), '--metrics-port', String(options.metricsPort)],
      ...['--ui-disable-news-fetch', '--log-level', 'warn', '--log-format', 'json'],
      ...['--db-filename', join(folder, 'temporal.db')],
      ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
      ...Object.entries(searchAttributes).flatMap(([name, type]) => [
        '--search-attribute',
        `${name}=${type}`,
      ]),
      ...dynamic.flatMap((setting) => ['--dynamic-config-value', setting]),
    ],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...markOf('temporal', options.home) },
    cwd: folder,
    logFile: options.logFile,
    nice: backgroundNiceness,
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 15_000,
    readyTimeoutMs: 60_000,
    isReady: () => answers(`http://127.0.0.1:${options.httpPort}/api/v1/namespaces/default`),
  };
}

/** Starts the embedded Temporal server on its own and waits until its namespace answers. */
export async function startTemporal(options: TemporalOptions): Promise<ChildOfOurs> {
  return startAndWait(await prepareTemporal(options));
}

async function answers(namespaceUrl: string): Promise<boolean> {
  const found = await fetch(`${namespaceUrl}/search-attributes`, { signal: AbortSignal.timeout(2000) });
  if (!found.ok) return false;
  const { customAttributes } = (await found.json()) as { customAttributes?: Record<string, unknown> };
  return Object.keys(searchAttributes).every((name) => customAttributes?.[name] !== undefined);
}
