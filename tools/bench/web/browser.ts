import { chromium, type BrowserContext } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../../embedded/chromium.ts';
import type { BenchContext } from '../engine/bench.ts';

/** A browser where Admin of the demo data is signed in, and that has not seen the application yet. */
export interface SignedInBrowser {
  readonly context: BrowserContext;
  /** Where it takes orders of the DevTools protocol. */
  readonly debuggingPort: number;
}

/** Starts a browser of its own, hands it to `use`, and stops it whatever happens. */
export async function withBrowser<T>(
  bench: BenchContext,
  gatewayUrl: string,
  use: (browser: SignedInBrowser) => Promise<T>,
): Promise<T> {
  const executablePath = await findChromium((progress) => bench.say(progress));
  const profile = mkdtempSync(join(tmpdir(), 'relance-bench-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumFlags, '--remote-debugging-port=0'],
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
  });
  try {
    const page = await context.newPage();
    // A page of the same origin that may ask the API and has no part of the application: its first visit is still to come.
    await page.goto(`${gatewayUrl}/api/docs`);
    await page.evaluate(async () => {
      const body = JSON.stringify({ email: 'admin@relance.example', password: 'Relance-demo-2026' });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/auth/login', { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`Signing in was refused: ${answer.status}`);
      // What the application keeps of somebody who is signed in.
      localStorage.setItem('relance.session', '1');
      localStorage.setItem('relance.user', JSON.stringify(((await answer.json()) as { user: unknown }).user));
    });
    await page.close();
    return await use({ context, debuggingPort: portWrittenIn(profile) });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Chromium chooses a free port and writes it down. */
function portWrittenIn(profile: string): number {
  return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
}
