import type { CDPSession } from '@playwright/test';
import type { SignedInBrowser } from './browser.ts';
import { type FrameWork, type TraceEvent, workPerFrame } from './frames.ts';

/** Rows of the list have this height, in px. */
const ROW_HEIGHT = 40;
const LIST = '[role="grid"], [role="table"]';

/** Scrolls the list of leads for a while as a person with a wheel does; what its thread did for each frame. */
export async function scrollingFrames(
  browser: SignedInBrowser,
  url: string,
  seconds: number,
): Promise<{ frames: FrameWork[]; rowsPassed: number }> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.locator('[role="row"]').nth(5).waitFor();
  // Everything of the first visit is over.
  await page.waitForTimeout(2_000);
  const box = await page.locator(LIST).first().boundingBox();
  if (!box) throw new Error('There is no list to scroll.');
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 600) / 2);
  const devTools = await browser.context.newCDPSession(page);
  const events = await traced(devTools, async () => {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(16);
    }
  });
  // Sources of the page: they run there, not here.
  const scrolled = await page.evaluate<number>(
    'Math.max(...[...document.querySelectorAll("*")].map((element) => element.scrollTop))',
  );
  const rowsPassed = Math.round(scrolled / ROW_HEIGHT);
  await page.close();
  return { frames: workPerFrame(events), rowsPassed };
}

async function traced(devTools: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  devTools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((done) => devTools.once('Tracing.tracingComplete', () => done()));
  await devTools.send('Tracing.start', {
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'disabled-by-default-devtools.timeline.frame',
      ],
    },
    transferMode: 'ReportEvents',
  });
  await work();
  await devTools.send('Tracing.end');
  await complete;
  return events;
}
