import lighthouse, { type Config, type Flags } from 'lighthouse';
import type { SignedInBrowser } from './browser.ts';

/** What a first visit of a page costs. Bytes as they came over the wire. */
export interface FirstVisit {
  readonly scriptBytes: number;
  readonly largestContentfulPaintMs: number;
  readonly layoutShift: number;
  readonly blockingMs: number;
}

/** Desktop, CPU four times slower, the network as it is (localhost). */
const config: Config = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: ['performance'],
    formFactor: 'desktop',
    screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false },
    throttlingMethod: 'devtools',
    throttling: {
      cpuSlowdownMultiplier: 4,
      requestLatencyMs: 0,
      downloadThroughputKbps: 0,
      uploadThroughputKbps: 0,
      rttMs: 0,
      throughputKbps: 0,
    },
    // The session stays; the cache is emptied below.
    disableStorageReset: true,
    maxWaitForLoad: 20_000,
    // The live events never end: what counts is that the page is quiet on its processor.
    networkQuietThresholdMs: 0,
  },
};

/** One visit with an empty cache, as Lighthouse sees it. */
export async function firstVisit(browser: SignedInBrowser, url: string): Promise<FirstVisit> {
  const page = await browser.context.newPage();
  const devTools = await browser.context.newCDPSession(page);
  await devTools.send('Network.clearBrowserCache');
  await page.close();
  const flags: Flags = { port: browser.debuggingPort, logLevel: 'error', output: 'json' };
  const result = await lighthouse(url, flags, config);
  if (!result) throw new Error('Lighthouse gave no result.');
  const { audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const numeric = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  const requests = audits['network-requests']?.details as
    { items: { resourceType?: string; transferSize?: number }[] } | undefined;
  const scripts = (requests?.items ?? []).filter(({ resourceType }) => resourceType === 'Script');
  return {
    scriptBytes: scripts.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0),
    largestContentfulPaintMs: numeric('largest-contentful-paint'),
    layoutShift: numeric('cumulative-layout-shift'),
    blockingMs: numeric('total-blocking-time'),
  };
}
