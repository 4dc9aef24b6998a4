import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import {
  isReached,
  outcomeOf,
  ratioOf,
  type Bench,
  type BenchContext,
  type BenchResult,
} from './engine/bench.ts';
import { burst } from './burst/burst.ts';
import { dispatch } from './dispatch/dispatch.ts';
import { thisMachine } from './engine/machine.ts';
import { printed } from './engine/table.ts';
import { idle } from './idle/idle.ts';
import { intake } from './intake/intake.ts';
import { list } from './list/list.ts';
import { live } from './live/live.ts';
import { start } from './start/start.ts';
import { timers } from './timers/timers.ts';
import { web } from './web/web.ts';

const benches: readonly Bench[] = [intake, list, web, live, dispatch, timers, burst, idle, start];

/**
 * `npm run bench [-- names] [-- --quick]`: runs all benches, or the named ones, one after the other, each on a system of
 * its own. Prints a table, and writes `bench-results/<instant>.json`. One that fails is written down as such, and the
 * others run all the same; the code is then 1.
 */
await runCommand(async () => {
  const words = process.argv.slice(2);
  const chosen = choose(words.filter((word) => !word.startsWith('--')));
  const unknown = words.find((word) => word.startsWith('--') && word !== '--quick');
  if (unknown) throw new OperatorError(`There is no option ${unknown}: only --quick.`);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

  const machine = thisMachine();
  process.stdout.write(
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, data on ${machine.dataOn}, load ${machine.loadBefore}\n`,
  );
  const quick = words.includes('--quick');
  const startedAt = new Date().toISOString();
  const results: Record<string, unknown> = {};
  const file = join(repositoryRoot, 'bench-results', `${startedAt.replaceAll(':', '-')}.json`);
  let failed = 0;
  for (const bench of chosen) {
    if (stopping.signal.aborted) break;
    const context: BenchContext = { quick, signal: stopping.signal, say: (text) => say(bench, text) };
    const outcome = await outcomeOf(bench, context);
    if ('failure' in outcome) {
      failed += 1;
      say(bench, `failed: ${outcome.failure}\n`);
    } else process.stdout.write(`${printed(bench.title, outcome)}\n\n`);
    results[bench.name] = { title: bench.title, ...('failure' in outcome ? outcome : forFile(outcome)) };
    mkdirSync(join(repositoryRoot, 'bench-results'), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ startedAt, quick, machine, results }, null, 2)}\n`);
  }
  process.stdout.write(`Written to ${file}\n`);
  return failed > 0 || stopping.signal.aborted ? 1 : 0;
});

function choose(names: readonly string[]): readonly Bench[] {
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown) {
    const known = benches.map(({ name }) => name).join(', ');
    throw new OperatorError(`There is no bench ${unknown}: choose from ${known}.`);
  }
  return names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
}

function say(bench: Bench, text: string): void {
  process.stdout.write(`${bench.name}: ${text}\n`);
}

function forFile(result: BenchResult): object {
  return {
    ...result,
    figures: result.figures.map((figure) => ({
      ...figure,
      reached: isReached(figure),
      ratio: ratioOf(figure),
    })),
  };
}
