import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../embedded/paths.ts';
import type { ProcessSpec } from '../embedded/process-spec.ts';
import { markOf } from '../embedded/processes.ts';
import { inherited } from './environment.ts';
import type { StartOptions } from './options.ts';
import { reachableHost } from './reachable-host.ts';
import { processOf, type ServiceName } from './services.ts';

/** How one of our processes is run on this machine. */
export function serviceSpec(
  name: ServiceName,
  env: Record<string, string>,
  options: StartOptions,
): ProcessSpec {
  const { entry, preload, readinessPath, nice } = processOf(name);
  const ready = `http://${reachableHost(env['HOST'])}:${env['PORT']}${readinessPath}`;
  return {
    name,
    command: process.execPath,
    args: [...(preload ? ['--require', preload] : []), join(repositoryRoot, entry)],
    env: { ...inherited(options.environment), ...env, ...markOf(name, options.home) },
    cwd: repositoryRoot,
    logFile: join(options.home, 'logs', `${name}.log`),
    nice,
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 20_000,
    readyTimeoutMs: 60_000,
    isReady: async () => (await fetch(ready, { signal: AbortSignal.timeout(3000) })).ok,
  };
}

/** Whether a service is part of this build. */
export function isBuilt(name: ServiceName): boolean {
  return existsSync(join(repositoryRoot, processOf(name).entry));
}
