import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../embedded/paths.ts';
import type { ProcessSpec } from '../embedded/process-spec.ts';
import { markOf } from '../embedded/processes.ts';
import { inherited, type ServiceName } from './environment.ts';
import type { StartOptions } from './options.ts';

/** Entry files, relative to the repository. */
export const entries: Readonly<Record<ServiceName, string>> = {
  gateway: 'apps/gateway/dist/main.js',
  organisation: 'apps/organisation/dist/main.js',
  leads: 'apps/leads/dist/main.js',
  'leads-worker': 'apps/leads/dist/worker.js',
};

/** Requests come first: background work yields the processor to them. */
const niceness: Partial<Record<ServiceName, number>> = { 'leads-worker': 5 };

const readinessPaths: Partial<Record<ServiceName, string>> = { gateway: '/api/health/ready' };

/** How one of our processes is run on this machine. */
export function serviceSpec(
  name: ServiceName,
  env: Record<string, string>,
  options: StartOptions,
): ProcessSpec {
  const ready = `http://127.0.0.1:${env['PORT']}${readinessPaths[name] ?? '/health/ready'}`;
  const entry = join(repositoryRoot, entries[name]);
  return {
    name,
    command: process.execPath,
    args: [entry],
    env: { ...inherited(options.environment), ...env, ...markOf(name, options.home) },
    cwd: repositoryRoot,
    logFile: join(options.home, 'logs', `${name}.log`),
    nice: niceness[name],
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 20_000,
    readyTimeoutMs: 60_000,
    isReady: async () => (await fetch(ready, { signal: AbortSignal.timeout(3000) })).ok,
  };
}

/** Whether a service is part of this build. */
export function isBuilt(name: ServiceName): boolean {
  return existsSync(join(repositoryRoot, entries[name]));
}
