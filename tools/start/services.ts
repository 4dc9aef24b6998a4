import type { Ports } from '../embedded/ports.ts';

/** How one process of ours is run. */
export interface ServiceProcess {
  /** Folder below `apps`. */
  readonly app: string;
  /** Entry file, relative to the repository. */
  readonly entry: string;
  /** What Node reads before it, in each thread. */
  readonly preload?: string;
  readonly port: keyof Ports;
  /** Where it says that it is ready. */
  readonly readinessPath: string;
  /** Takes requests from outside: it stops before all others. */
  readonly outermost?: boolean;
  /** Requests come first: background work yields the processor to them. */
  readonly nice?: number;
}

/**
 * Our processes, in the order in which they are shown. What starts, stops, restarts and looks for free ports goes by this
 * table; what each is given is in environment.ts, its port in embedded/ports.ts, its schema in migrate/services.ts.
 */
export const processes = {
  gateway: {
    app: 'gateway',
    entry: 'apps/gateway/dist/main.js',
    port: 'gateway',
    readinessPath: '/api/health/ready',
    outermost: true,
  },
  organisation: {
    app: 'organisation',
    entry: 'apps/organisation/dist/main.js',
    port: 'organisation',
    readinessPath: '/health/ready',
  },
  leads: {
    app: 'leads',
    entry: 'apps/leads/dist/main.js',
    port: 'leads',
    readinessPath: '/health/ready',
  },
  'leads-worker': {
    app: 'leads',
    entry: 'apps/leads/dist/worker.js',
    preload: './libs/temporal/dist/workflow-thread.js',
    port: 'leadsWorker',
    readinessPath: '/health/ready',
    nice: 5,
  },
} as const satisfies Record<string, ServiceProcess>;

export type ServiceName = keyof typeof processes;

export const serviceNames = Object.keys(processes) as ServiceName[];

/** The row of a process. */
export function processOf(name: ServiceName): ServiceProcess {
  return processes[name];
}

/** What stops together, in this order: first what takes requests, last what everything else stands on. */
export const stopOrder: readonly (readonly string[])[] = [
  serviceNames.filter((name) => processOf(name).outermost),
  serviceNames.filter((name) => !processOf(name).outermost),
  ['temporal', 'mail'],
  ['postgres'],
];
