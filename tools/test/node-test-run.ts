import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repositoryRoot } from '../embedded/paths.ts';
import { type ChildOptions, logFolder, runNode } from './child.ts';
import type { NodeTestLine } from './node-test-reporter.ts';
import { type StageResult, failed } from './result.ts';

/** Runs test files of the tools with node:test and counts what the reporter says. */
export async function runNodeTests(files: readonly string[], options: ChildOptions): Promise<StageResult> {
  const report = join(logFolder, `${options.log}.jsonl`);
  await rm(report, { force: true });
  const ended = await runNode(
    [
      '--test',
      '--test-concurrency=2',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./tools/test/node-test-reporter.ts',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    options,
  );
  const text = await readFile(report, 'utf8').catch(() => '');
  const result = countLines(text);
  return ended.code !== 0 && result.failures.length === 0
    ? failed(`${options.log}: node --test ended with code ${ended.code}`, ended.output)
    : result;
}

/** What the lines of the reporter amount to. */
export function countLines(text: string): StageResult {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NodeTestLine)
    .map((line) => ({ ...line, title: `${relative(repositoryRoot, line.file)} › ${line.name}` }));
  return {
    passed: lines.filter(({ outcome }) => outcome === 'passed').length,
    skipped: lines.filter(({ outcome }) => outcome === 'skipped').length,
    failures: lines.filter(({ outcome }) => outcome === 'failed'),
    timings: lines,
  };
}
