import type { Bench, BenchContext, BenchResult } from '../engine/bench.ts';
import { withDatabase } from '../engine/database.ts';
import { Latencies } from '../engine/latencies.ts';
import { withSystem, type SystemUnderTest } from '../engine/system-under-test.ts';
import { fillWithLeads } from '../list/fill.ts';
import { withBrowser } from './browser.ts';
import { firstVisit, type FirstVisit } from './first-visit.ts';
import { scrollingFrames } from './scrolling.ts';

const KIBI = 1024;
const FRAME_MS = 16;

/** What people feel in the browser: the first visit of the list, and scrolling through it. */
export const web: Bench = {
  name: 'web',
  title: 'The list of leads in the browser',
  run: (context) => withSystem(context, (system) => measure(context, system)),
};

async function measure(context: BenchContext, system: SystemUnderTest): Promise<BenchResult> {
  const leads = context.quick ? 5_000 : 100_000;
  const [visits, seconds] = context.quick ? [1, 4] : [5, 20];
  await withDatabase(system.databaseUrl, (database) =>
    fillWithLeads(context, database, system.gatewayUrl, { leads, pointsOfSale: 3 }),
  );
  const url = `${system.gatewayUrl}/leads`;
  return withBrowser(context, system.gatewayUrl, async (browser) => {
    const seen: FirstVisit[] = [];
    for (let visit = 1; visit <= visits; visit += 1) {
      context.say(`first visit ${visit} of ${visits}`);
      seen.push(await firstVisit(browser, url));
    }
    context.say(`scrolling for ${seconds} s`);
    const { frames, rowsPassed } = await scrollingFrames(browser, url, seconds);
    const wall = latenciesOf(frames.map(({ wallMs }) => wallMs));
    const cpu = latenciesOf(frames.map(({ cpuMs }) => cpuMs));
    const late = frames.filter(({ wallMs }) => wallMs > FRAME_MS).length;
    return {
      figures: [
        {
          name: 'script of the first visit, compressed',
          value: middle(seen.map(({ scriptBytes }) => scriptBytes)) / KIBI,
          unit: 'KiB',
          aim: { at: 'most', value: 250_000 / KIBI },
        },
        {
          name: 'largest contentful paint, CPU 4× slower',
          value: middle(seen.map(({ largestContentfulPaintMs }) => largestContentfulPaintMs)),
          unit: 'ms',
          aim: { at: 'most', value: 1_500 },
        },
        {
          name: 'layout shift of the first visit',
          value: middle(seen.map(({ layoutShift }) => layoutShift)),
          unit: '',
          aim: { at: 'most', value: 0.02 },
        },
        { name: 'work per frame while scrolling, p50', value: wall.percentile(0.5), unit: 'ms' },
        {
          name: 'work per frame while scrolling, p99',
          value: wall.percentile(0.99),
          unit: 'ms',
          aim: { at: 'most', value: FRAME_MS },
        },
        {
          name: '… of which the page had a processor, p99',
          value: cpu.percentile(0.99),
          unit: 'ms',
          aim: { at: 'most', value: FRAME_MS },
        },
        { name: 'work per frame while scrolling, longest', value: wall.most, unit: 'ms' },
        { name: `frames beyond ${FRAME_MS} ms`, value: late, unit: `of ${wall.count}` },
      ],
      notes: [
        `${leads} leads; ${rowsPassed} rows passed in ${seconds} s of scrolling; ${visits} first visits, the one in the middle.`,
        'The browser draws without a graphics card on the same cores as the system: each takes processors from the other.',
      ],
    };
  });
}

function middle(values: readonly number[]): number {
  return latenciesOf(values).percentile(0.5);
}

function latenciesOf(values: readonly number[]): Latencies {
  const latencies = new Latencies();
  for (const value of values) latencies.add(value);
  return latencies;
}
