import { randomUUID } from 'node:crypto';
import { runCommand } from '../embedded/operator-error.ts';
import { type Choice, chosen } from './choice.ts';
import { kill, leftovers, runVariable } from './leftovers.ts';
import { print, printStage, printSummary } from './report.ts';
import { type FinishedStage, type StageResult, failed, together } from './result.ts';
import type { Stage, StageContext } from './stages.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!interruption.signal.aborted) print('\nInterrupted: stopping what the tests started …');
    interruption.abort();
  });
}

/** Runs a stage; its failures, and processes it leaves behind, are in the result. */
async function run(stage: Stage, context: StageContext): Promise<FinishedStage> {
  const started = performance.now();
  const result = await stage.run(context).catch((error: unknown): StageResult => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return failed(`${stage.name}: could not run`, detail);
  });
  return { name: stage.name, ...result, seconds: (performance.now() - started) / 1000 };
}

/** A stage that leaves processes behind has failed, however well its tests went. */
async function withoutLeftovers(finished: FinishedStage, id: string): Promise<FinishedStage> {
  const left = await leftovers(id);
  kill(left);
  if (left.length === 0) return finished;
  const detail = left.map(({ pid, command }) => `${pid} ${command}`).join('\n');
  return {
    ...finished,
    ...together([finished, failed(`${finished.name}: processes were left behind`, detail)]),
  };
}

/** Static checks share the machine's cores; every other stage has them for itself. */
async function runAll(choice: Choice, id: string): Promise<FinishedStage[]> {
  const context = { signal: interruption.signal, only: choice.only };
  const finished: FinishedStage[] = [];
  const finish = (stage: FinishedStage) => {
    finished.push(stage);
    if (!interruption.signal.aborted) printStage(stage);
  };

  const waiting = choice.stages.filter(({ kind }) => kind === 'static');
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) finish(await run(stage, context));
  };
  await Promise.all([lane(), lane()]);

  for (const stage of choice.stages.filter(({ kind }) => kind !== 'static')) {
    if (interruption.signal.aborted) break;
    const result = await withoutLeftovers(await run(stage, context), id);
    finish(result);
    if (stage.kind === 'build' && result.failures.length > 0) {
      print('  What does not build cannot be tested: the other stages are left out.');
      break;
    }
  }
  return finished;
}

await runCommand(async () => {
  const started = performance.now();
  const id = randomUUID();
  process.env[runVariable] = id;
  const finished = await runAll(chosen(process.argv.slice(2)), id);
  if (interruption.signal.aborted) {
    kill(await leftovers(id));
    return 130;
  }
  const total = together(finished);
  if (total.passed + total.failures.length === 0)
    finished.push({ ...failed('tests', 'No test ran.'), name: 'tests', seconds: 0 });
  printSummary(finished, (performance.now() - started) / 1000);
  return together(finished).failures.length > 0 ? 1 : 0;
});
