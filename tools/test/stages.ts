import { runNode, type ChildOptions } from './child.ts';
import { runJest } from './jest-run.ts';
import { runNodeTests } from './node-test-run.ts';
import { runPlaywright } from './playwright-run.ts';
import { type StageResult, failed, nothing, together } from './result.ts';
import { type SpecKind, specFiles } from './spec-files.ts';
import { withTestStack } from './stack.ts';

/** What a stage is given to do its work. */
export interface StageContext {
  readonly signal: AbortSignal;
  /** Keeps the test files whose path contains it. */
  readonly only: string | undefined;
}

/** One part of `npm test`. */
export interface Stage {
  readonly name: string;
  /** Static checks look at everything, so `--only` leaves them out. */
  readonly kind: 'static' | 'build' | 'tests';
  run(context: StageContext): Promise<StageResult>;
}

const minutes = (count: number) => count * 60_000;

/** All stages, in the order in which their results make sense. */
export const stages: readonly Stage[] = [
  staticCheck('format', ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']),
  staticCheck('lint', ['eslint/bin/eslint.js', '.']),
  staticCheck(
    'types',
    ['typescript/bin/tsc', '-p', 'tsconfig.json'],
    ['typescript/bin/tsc', '-p', 'tools/tsconfig.json'],
    ['typescript/bin/tsc', '-p', 'apps/web/tsconfig.json'],
    ['typescript/bin/tsc', '-p', 'apps/e2e/tsconfig.json'],
  ),
  {
    name: 'build',
    kind: 'build',
    run: ({ signal }) => check(['tools/build/main.ts'], { log: 'build', signal }),
  },
  tests('unit', (files, options) => runJest(files, { ...options, timeoutMs: minutes(6) })),
  tests('tools', (files, options) => runNodeTests(files, { ...options, timeoutMs: minutes(8) })),
  tests('integration', (files, options) =>
    withTestStack((env) => runJest(files, { ...options, timeoutMs: minutes(12), env })),
  ),
  tests('e2e', (files, options) =>
    runJest(files, {
      ...options,
      inBand: true,
      config: 'apps/e2e/jest.config.cjs',
      timeoutMs: minutes(20),
    }),
  ),
  tests('browser', (files, options) => runPlaywright(files, { ...options, timeoutMs: minutes(25) })),
];

/**
 * Two lanes that run side by side, each one stage after the other, as long as each other on two cores. Static checks
 * need nothing that was built; whole systems mostly wait, for timers, restarts, and what a browser shows.
 */
export function lanesOf(chosen: readonly Stage[]): [Stage[], Stage[]] {
  const first = chosen.filter(({ kind, name }) => kind === 'static' || name === 'e2e');
  return [first, chosen.filter((stage) => !first.includes(stage))];
}

/** A stage of programs of installed packages, each with its arguments. */
function staticCheck(name: string, ...programs: [script: string, ...args: string[]][]): Stage {
  return {
    name,
    kind: 'static',
    run: async ({ signal }) => {
      const results: StageResult[] = [];
      for (const [index, [script, ...args]] of programs.entries()) {
        const log = programs.length === 1 ? name : `${name}-${index + 1}`;
        results.push(await check([`node_modules/${script}`, ...args], { log, signal, inBackground: true }));
      }
      return together(results);
    },
  };
}

/** A program that says by its exit code whether all is well counts as one check. */
async function check(command: string[], options: Omit<ChildOptions, 'timeoutMs'>): Promise<StageResult> {
  const ended = await runNode(command, { ...options, timeoutMs: minutes(10) });
  return ended.code === 0 ? { ...nothing, passed: 1 } : failed(command.join(' '), ended.output);
}

/** A stage of test files; without any, it has failed, unless `--only` asked for others. */
function tests(
  name: SpecKind,
  run: (files: string[], options: Omit<ChildOptions, 'timeoutMs'>) => Promise<StageResult>,
): Stage {
  return {
    name,
    kind: 'tests',
    run: async ({ signal, only }) => {
      const files = await specFiles(name, only);
      if (files.length === 0) return only ? nothing : failed(name, 'There is no test of this kind.');
      const result = await run(files, { log: name, signal });
      const ran = result.passed + result.failures.length > 0;
      return ran ? result : failed(name, 'No test ran: all were skipped.');
    },
  };
}
