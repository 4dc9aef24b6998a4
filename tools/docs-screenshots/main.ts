import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../embedded/chromium.ts';
import { runCommand } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';

const look = {
  viewport: { width: 1440, height: 900 },
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  colorScheme: 'light',
  reducedMotion: 'reduce',
} as const;

const password = 'Relance-demo-2026';
const folder = join(repositoryRoot, 'docs/images');
const garage = '01990000-0000-7000-8000-000000000101';

/**
 * `npm run docs:screenshots [-- http://localhost:3000]`: the pictures of README and guide, from a running system with fresh
 * demo data.
 */
await runCommand(async () => {
  const base = process.argv[2] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  try {
    const page = await signedIn(await browser.newContext({ ...look, baseURL: base }));
    await page.goto('/leads');
    await page.locator('[role="row"]').nth(8).waitFor();
    await picture(page, 'leads');
    await page.locator('[role="row"]').nth(2).getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Détails' }).waitFor();
    await picture(page, 'lead');
    await page.goto(`/parametres/${garage}/leads-entrants`);
    await page.getByRole('button', { name: 'Modifier la durée de vie' }).click();
    await page.getByTestId('bell-2').waitFor();
    await picture(page, 'parametres');
  } finally {
    await browser.close();
  }
});

async function signedIn(context: BrowserContext): Promise<Page> {
  const email = 'admin@relance.example';
  const answer = await context.request.post('/api/v1/auth/login', { data: { email, password } });
  if (!answer.ok()) throw new Error(`Signing in was refused: ${answer.status()}`);
  await context.addInitScript("localStorage.setItem('relance.session', '1')");
  return context.newPage();
}

async function picture(page: Page, name: string): Promise<void> {
  // Whatever is still being read.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`docs/images/${name}.png\n`);
}
