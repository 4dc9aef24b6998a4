import { randomUUID } from 'node:crypto';
import { runCommand } from '../embedded/operator-error.ts';
import { type Choice, chosen } from './choice.ts';
import { kill, leftovers, runVariable } from './leftovers.ts';
import { print, printStage, printSummary } from './report.ts';
import { type FinishedStage, type StageResult, failed, together } from './result.ts';
import { lanesOf, type Stage, type StageContext } from './stages.ts';

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

/** Stages that leave processes behind have failed, however well their tests went. */
async function checkLeftovers(id: string): Promise<FinishedStage | undefined> {
  const left = await leftovers(id);
  kill(left);
  if (left.length === 0) return undefined;
  const detail = left.map(({ pid, command }) => `${pid} ${command}`).join('\n');
  return { ...failed('Processes were left behind', detail), name: 'leftovers', seconds: 0 };
}

/** All stages in their lanes; what does not build is not tested. */
async function runAll(choice: Choice, id: string): Promise<FinishedStage[]> {
  const context = { signal: interruption.signal, only: choice.only };
  const finished: FinishedStage[] = [];
  const build = Promise.withResolvers<boolean>();
  if (!choice.stages.some(({ kind }) => kind === 'build')) build.resolve(true);
  const finish = (stage: FinishedStage) => {
    finished.push(stage);
    if (!interruption.signal.aborted) printStage(stage);
  };
  const runLane = async (lane: readonly Stage[]) => {
    for (const stage of lane) {
      if (stage.kind === 'tests' && !(await build.promise)) return;
      if (interruption.signal.aborted) return build.resolve(false);
      const result = await run(stage, context);
      finish(result);
      if (stage.kind !== 'build') continue;
      const built = result.failures.length === 0;
      if (!built) print('  What does not build cannot be tested: the other stages are left out.');
      build.resolve(built);
    }
  };
  await Promise.all(lanesOf(choice.stages).map((lane) => runLane(lane)));
  const left = await checkLeftovers(id);
  if (left) finish(left);
  return finished.toSorted((a, b) => rank(choice, a) - rank(choice, b));
}

/** Where a stage stands in the summary, whenever it ended. */
function rank(choice: Choice, { name }: FinishedStage): number {
  const index = choice.stages.findIndex((stage) => stage.name === name);
  return index < 0 ? Infinity : index;
}

await runCommand(async () => {
  const started = performance.now();
  const id = randomUUID();
  process.env[runVariable] = id;
  const finished = await runAll(chosen(process.argv.slice(2)), id);
  if (interruption.signal.aborted) return 130;
  const total = together(finished);
  if (total.passed + total.failures.length === 0)
    finished.push({ ...failed('tests', 'No test ran.'), name: 'tests', seconds: 0 });
  printSummary(finished, (performance.now() - started) / 1000);
  return together(finished).failures.length > 0 ? 1 : 0;
});
