import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const root = process.getuid?.() === 0;
const results = join(__dirname, '../../.relance-test/browser');

/** The browser specs: real Chromium, a system of their own with the demo data of `npm start`, in French. */
export default defineConfig({
  testDir: join(__dirname, 'src'),
  testMatch: '**/*.browser-spec.ts',
  outputDir: results,
  globalSetup: join(__dirname, 'src/browser/start-system.ts'),
  // Spec files have people and points of sale of their own, so that they do not meet.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Limits on what hangs, not measurements: two cores run everything at once.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json']],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    trace: process.env['RELANCE_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] || undefined,
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
