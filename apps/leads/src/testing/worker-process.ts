import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { closedPort } from './mailbox';
import type { TemporalUnderTest } from './temporal-under-test';
import type { ThrowawayDatabase } from './throwaway-database';

const ENTRY = join(__dirname, '../../dist/worker.js');

/** The worker process of the leads service as it is deployed, to be killed. It has to be built. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(database: ThrowawayDatabase, temporal: TemporalUnderTest): Promise<WorkerProcess> {
    const nobody = `127.0.0.1:${await closedPort()}`;
    const child = spawn(process.execPath, [ENTRY], {
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        LEADS_DATABASE_URL: database.url,
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: temporal.namespace,
        ORGANISATION_URL: `http://${nobody}`,
        SMTP_URL: `smtp://${nobody}`,
        INTERNAL_TOKEN_SECRET: 'a secret of no importance, for tests',
        HOST: '127.0.0.1',
        PORT: String(await closedPort()),
      },
    });
    await once(child, 'spawn');
    return new WorkerProcess(child);
  }

  /** Ends it as a power failure would, or as a deployment does. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}
