import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { withHome, type SystemHome } from '../engine/system-under-test.ts';

/** How long people wait for `ready`: on a machine that has everything but data, and on all days after that. */
export const start: Bench = {
  name: 'start',
  title: 'From npm start to ready, downloaded and built',
  run: (context) => withHome(context, (home) => measure(context, home)),
};

async function measure(context: BenchContext, home: SystemHome): Promise<BenchResult> {
  const secondsToReady = () =>
    home.run((_system, readyAfterMs) => Promise.resolve(readyAfterMs / 1000), { RELANCE_DEMO_LEADS: '1' });
  const first = await secondsToReady();
  const again: number[] = [];
  for (let run = 0; run < (context.quick ? 1 : 3); run += 1) again.push(await secondsToReady());
  return {
    figures: [
      {
        ...{ name: 'the first time: a database made, migrated, filled with demo data', value: first },
        unit: 's',
        aim: { at: 'most', value: 90 },
      },
      {
        ...{ name: `afterwards, the slowest of ${again.length}`, value: Math.max(...again) },
        unit: 's',
        aim: { at: 'most', value: 15 },
      },
    ],
    notes: ['The build is not in it; on a fresh clone it comes before the first start.'],
  };
}
