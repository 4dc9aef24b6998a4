import { setTimeout as delay } from 'node:timers/promises';
import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { cpuBetween, usageByName } from '../engine/process-usage.ts';
import { withSystem } from '../engine/system-under-test.ts';

const MEBI = 2 ** 20;

/** What a system costs while nobody uses it. */
export const idle: Bench = {
  name: 'idle',
  title: 'The idle system, with demo data',
  run: (context) =>
    withSystem(context, async (system) => measure(context, () => system.pids()), { RELANCE_DEMO_LEADS: '1' }),
};

async function measure(context: BenchContext, pids: () => Record<string, number>): Promise<BenchResult> {
  const [settleS, watchS] = context.quick ? [10, 15] : [60, 60];
  context.say(`letting it settle for ${settleS} s`);
  await delay(settleS * 1000);
  context.say(`watching it for ${watchS} s`);
  const roots = pids();
  const before = usageByName(roots);
  const began = performance.now();
  await delay(watchS * 1000);
  const after = usageByName(roots, true);
  const elapsedMs = performance.now() - began;
  const percent = [...cpuBetween(before, after)].map(
    ([name, cpuMs]) => [name, (100 * cpuMs) / elapsedMs] as const,
  );
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const bytes = sum([...after.values()].map(({ memoryBytes }) => memoryBytes));
  return {
    figures: [
      {
        ...{
          name: 'CPU of all processes',
          value: sum(percent.map(([, value]) => value)),
          unit: '% of a core',
        },
        aim: { at: 'most', value: 5 },
      },
      {
        ...{ name: 'resident memory of all processes', value: bytes / 2 ** 30, unit: 'GiB' },
        aim: { at: 'most', value: 1.5 },
      },
    ],
    breakdowns: [
      {
        title: 'By process',
        columns: ['process', '% of a core', 'MiB (PSS)', 'processes'],
        rows: percent.map(([name, value]) => {
          const { memoryBytes, processes } = after.get(name)!;
          return [name, value, memoryBytes / MEBI, processes];
        }),
      },
    ],
    notes: [
      'Memory is the proportional set size: pages that processes share, such as those of PostgreSQL and Node, count once.',
      ...(context.quick ? [`Quick run: ${settleS} s of settling, ${watchS} s of watching.`] : []),
    ],
  };
}
