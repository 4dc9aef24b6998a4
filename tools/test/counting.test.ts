import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { repositoryRoot } from '../embedded/paths.ts';
import { chosen } from './choice.ts';
import { countJest } from './jest-run.ts';
import { countLines } from './node-test-run.ts';
import { countPlaywright } from './playwright-run.ts';
import { countsLine } from './report.ts';
import { failed, nothing } from './result.ts';

const names = (choice: ReturnType<typeof chosen>) => choice.stages.map(({ name }) => name);

describe('the stages of npm test', () => {
  it('are all run when none is named', () => {
    const all = ['format', 'lint', 'types', 'build', 'unit', 'tools', 'integration', 'e2e', 'browser'];
    assert.deepEqual(names(chosen([])), all);
  });
  it('bring the build along where it is needed', () => {
    assert.deepEqual(names(chosen(['e2e'])), ['build', 'e2e']);
    assert.deepEqual(names(chosen(['unit', 'lint'])), ['lint', 'unit']);
  });
  it('leave out static checks when only some tests are wanted', () => {
    assert.deepEqual(names(chosen(['unit', 'lint', '--only', 'lead-clock'])), ['unit']);
  });
  it('must be known', () => {
    assert.throws(() => chosen(['unti']), /Unknown stage unti/);
    assert.throws(() => chosen(['--onyl', 'x']), /--onyl/);
  });
});

describe('the numbers of npm test', () => {
  it("are those of Playwright's report; what passed only when tried again has failed", () => {
    const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({
      title,
      tests: [{ status, results: [{ duration: 2, errors: [{ message: 'why' }] }] }],
    });
    const result = countPlaywright({
      suites: [
        {
          title: 'list.browser-spec.ts',
          file: 'list.browser-spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'flaky')],
          suites: [
            {
              title: 'inner',
              file: 'list.browser-spec.ts',
              specs: [spec('three', 'unexpected'), spec('four', 'skipped')],
            },
          ],
        },
      ],
      errors: [{ message: 'no browser' }],
    });
    assert.equal(result.passed, 1);
    assert.equal(result.skipped, 1);
    assert.deepEqual(
      result.failures.map(({ title }) => title),
      ['browser', 'list.browser-spec.ts › two', 'list.browser-spec.ts › inner › three'],
    );
  });

  const test = (fullName: string, status: string) => ({
    fullName,
    status,
    duration: 3,
    failureMessages: ['why'],
  });

  it("are those of Jest's report, and a file that does not load has failed", () => {
    const result = countJest({
      testResults: [
        {
          name: join(repositoryRoot, 'a.spec.ts'),
          status: 'failed',
          message: 'in short',
          assertionResults: [test('one', 'passed'), test('two', 'failed'), test('three', 'pending')],
        },
        {
          name: join(repositoryRoot, 'b.spec.ts'),
          status: 'failed',
          message: 'no syntax',
          assertionResults: [],
        },
      ],
    });
    assert.equal(result.passed, 1);
    assert.equal(result.skipped, 1);
    assert.deepEqual(result.failures, [
      { title: 'a.spec.ts › two', detail: 'why' },
      { title: 'b.spec.ts', detail: 'no syntax' },
    ]);
  });

  it('are those of node:test, suites not counted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relance-counting-'));
    try {
      const report = join(folder, 'report.jsonl');
      await writeFile(
        join(folder, 'sample.test.mjs'),
        `import { before, describe, it } from 'node:test';
         describe('suite', () => {
           it('passes', () => {});
           it('fails', () => { throw new Error('why'); });
           it.skip('is skipped', () => {});
         });
         describe('hook', () => { before(() => { throw new Error('hook'); }); it('never runs', () => {}); });`,
      );
      const { NODE_TEST_CONTEXT: _, ...env } = process.env;
      const reporter = join(import.meta.dirname, 'node-test-reporter.ts');
      const args = [
        `--test-reporter=${reporter}`,
        `--test-reporter-destination=${report}`,
        'sample.test.mjs',
      ];
      assert.equal(spawnSync(process.execPath, ['--test', ...args], { cwd: folder, env }).status, 1);
      const result = countLines(await readFile(report, 'utf8'));
      assert.equal(result.passed, 1);
      assert.equal(result.skipped, 1);
      assert.deepEqual(
        result.failures.map(({ title }) => title.split(' › ')[1]),
        ['fails', 'never runs', 'hook'],
      );
      assert.match(result.failures[0]?.detail ?? '', /why/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are the last line, skipped tests named only when there are any', () => {
    const stage = (result: object) => ({ ...nothing, name: 'unit', seconds: 1, ...result });
    assert.equal(countsLine([stage({ passed: 2 }), stage({ passed: 1 })]), '3 passed, 0 failed');
    assert.equal(
      countsLine([stage({ passed: 2, skipped: 1 }), stage(failed('x', 'y'))]),
      '2 passed, 1 failed, 1 skipped',
    );
  });
});
