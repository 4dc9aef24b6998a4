import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repositoryRoot } from '../embedded/paths.ts';
import { type ChildOptions, logFolder, runNode } from './child.ts';
import { type Failure, type StageResult, type Timing, failed } from './result.ts';

/** The part of Jest's `--json` report that is read here. */
interface JestReport {
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: {
      fullName: string;
      status: string;
      duration?: number | null;
      failureMessages: string[];
    }[];
  }[];
}

/** Runs spec files with Jest and counts what its report says. */
export async function runJest(
  files: readonly string[],
  options: ChildOptions & { inBand?: boolean; config?: string },
): Promise<StageResult> {
  const report = join(logFolder, `${options.log}.json`);
  await rm(report, { force: true });
  const ended = await runNode(
    [
      'node_modules/jest/bin/jest.js',
      '--ci',
      ...(options.config ? [`--config=${options.config}`] : []),
      '--json',
      `--outputFile=${report}`,
      ...(options.inBand ? ['--runInBand'] : ['--maxWorkers=2']),
      '--runTestsByPath',
      ...files,
    ],
    { ...options, env: { NODE_OPTIONS: '--experimental-vm-modules', NODE_NO_WARNINGS: '1', ...options.env } },
  );
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return failed(`${options.log}: Jest wrote no report`, ended.output);
  const result = countJest(JSON.parse(text) as JestReport);
  return ended.code !== 0 && result.failures.length === 0
    ? {
        ...result,
        failures: [{ title: `${options.log}: Jest ended with code ${ended.code}`, detail: ended.output }],
      }
    : result;
}

/** What a report of Jest amounts to; a file that does not even load is one failure. */
export function countJest(report: JestReport): StageResult {
  const failures: Failure[] = [];
  const timings: Timing[] = [];
  let passed = 0;
  let skipped = 0;
  for (const file of report.testResults) {
    const path = relative(repositoryRoot, file.name);
    for (const test of file.assertionResults) {
      const title = `${path} › ${test.fullName}`;
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed')
        failures.push({ title, detail: withoutJestFrames(test.failureMessages.join('\n')) });
      else skipped += 1;
      if (test.duration) timings.push({ title, milliseconds: test.duration });
    }
    const explained = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !explained) failures.push({ title: path, detail: file.message });
  }
  return { passed, skipped, failures, timings };
}

/** Where Jest itself was when a test failed says nothing about the test. */
function withoutJestFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules\/(@jest|jest-)/.test(line))
    .join('\n');
}
