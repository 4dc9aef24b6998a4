import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../embedded/chromium.ts';
import { type ChildOptions, logFolder, runNode } from './child.ts';
import { type Failure, type StageResult, type Timing, failed } from './result.ts';

/** The part of Playwright's JSON report that is read here. */
interface PlaywrightReport {
  suites?: Suite[];
  errors?: { message?: string }[];
}
interface Suite {
  title: string;
  file: string;
  specs?: Spec[];
  suites?: Suite[];
}
interface Spec {
  title: string;
  tests: {
    status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
    results: { duration: number; errors?: { message?: string }[] }[];
  }[];
}

/** Runs browser specs with Playwright, in a real Chromium, and counts what its report says. */
export async function runPlaywright(files: readonly string[], options: ChildOptions): Promise<StageResult> {
  const report = join(logFolder, `${options.log}.json`);
  await rm(report, { force: true });
  const chromium = await findChromium((progress) => process.stdout.write(`  ${progress}\n`));
  const ended = await runNode(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config=apps/e2e/playwright.config.ts',
      ...files.map((file) => file.slice(file.indexOf('src/'))),
    ],
    {
      ...options,
      env: {
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        NODE_NO_WARNINGS: '1',
        ...options.env,
      },
    },
  );
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return failed(`${options.log}: Playwright wrote no report`, ended.output);
  const result = countPlaywright(JSON.parse(text) as PlaywrightReport);
  return ended.code !== 0 && result.failures.length === 0
    ? failed(`${options.log}: Playwright ended with code ${ended.code}`, ended.output)
    : result;
}

/** What a report of Playwright amounts to; one that passed only when tried again has failed. */
export function countPlaywright(report: PlaywrightReport): StageResult {
  const failures: Failure[] = (report.errors ?? []).map(({ message }) => ({
    title: 'browser',
    detail: message ?? 'Playwright failed.',
  }));
  const timings: Timing[] = [];
  let passed = 0;
  let skipped = 0;
  const visit = (suite: Suite, titles: string[]): void => {
    const path = [...titles, suite.title];
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const title = [...path, spec.title].join(' › ');
        const milliseconds = test.results.reduce((sum, { duration }) => sum + duration, 0);
        if (test.status === 'expected') passed += 1;
        else if (test.status === 'skipped') skipped += 1;
        else failures.push({ title, detail: detailOf(test.results) });
        timings.push({ title, milliseconds });
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, path);
  };
  for (const suite of report.suites ?? []) visit(suite, []);
  return { passed, skipped, failures, timings };
}

function detailOf(results: Spec['tests'][number]['results']): string {
  const messages = results.flatMap(({ errors }) => errors ?? []).map(({ message }) => message ?? '');
  return messages.join('\n') || 'It did not end as expected.';
}
