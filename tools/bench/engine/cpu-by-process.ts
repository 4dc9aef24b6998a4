import type { Breakdown } from './bench.ts';
import { cpuBetween, usageByName } from './process-usage.ts';

/** CPU time that each process used while something was measured. */
export interface CpuUsed {
  readonly byProcess: ReadonlyMap<string, number>;
  readonly totalMs: number;
  readonly seconds: number;
}

/** Runs `work` and tells what the processes of these names, and this one, used meanwhile. */
export async function withCpu<T>(
  pids: Readonly<Record<string, number>>,
  work: () => Promise<T>,
): Promise<[T, CpuUsed]> {
  const roots = { ...pids, 'load generator': process.pid };
  const before = usageByName(roots);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  const byProcess = cpuBetween(before, usageByName(roots));
  const totalMs = [...byProcess.values()].reduce((sum, ms) => sum + ms, 0);
  return [result, { byProcess, totalMs, seconds }];
}

/** One row per process. @param what one thing of those counted, e.g. « lead » */
export function cpuBreakdown(title: string, used: CpuUsed, what: string, count: number): Breakdown {
  return {
    title,
    columns: ['process', `µs for one ${what}`, '% of a core'],
    rows: [...used.byProcess, ['all', used.totalMs] as const].map(([name, ms]) => [
      ...[name, (ms / count) * 1000, ms / (used.seconds * 10)],
    ]),
  };
}
