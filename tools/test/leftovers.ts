import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The variable by which every process of one run of the tests can be told from all others. */
export const runVariable = 'RELANCE_TEST_RUN';

export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/**
 * The processes, other than this one, that carry this run's variable once they had `graceMs` to end. Systems without
 * `/proc` show none.
 */
export async function leftovers(run: string, graceMs = 5_000): Promise<Leftover[]> {
  for (const end = performance.now() + graceMs; ; await sleep(100)) {
    const found = await running(run);
    if (found.length === 0 || performance.now() > end) return found;
  }
}

async function running(run: string): Promise<Leftover[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  const found = await Promise.all(pids.filter((pid) => pid !== process.pid).map((pid) => inspect(pid, run)));
  return found.filter((process) => process !== undefined);
}

/** Ends the leftovers for good; they had their chance to end by themselves. */
export function kill(processes: readonly Leftover[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  }
}

async function inspect(pid: number, run: string): Promise<Leftover | undefined> {
  try {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
    if (!environment.split('\0').includes(`${runVariable}=${run}`)) return undefined;
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return command === '' ? undefined : { pid, command };
  } catch {
    // It ended in the meantime, or is another user's.
    return undefined;
  }
}
