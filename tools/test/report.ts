import { relative } from 'node:path';
import { repositoryRoot } from '../embedded/paths.ts';
import { logFolder } from './child.ts';
import type { FinishedStage } from './result.ts';
import { together } from './result.ts';

const slowestShown = 10;
const linesShown = 200;

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The failures of one stage in full, and the line that says how it went. */
export function printStage(stage: FinishedStage): void {
  for (const { title, detail } of stage.failures) {
    print(`\n✖ ${title}`);
    print(indent(shorten(detail)));
  }
  print(stageLine(stage));
}

/** Every stage, the slowest tests, what failed, and as the last line the numbers. */
export function printSummary(stages: readonly FinishedStage[], seconds: number): void {
  const all = together(stages);
  print('\nStages');
  for (const stage of stages) print(stageLine(stage));

  const slowest = all.timings.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, slowestShown);
  if (slowest.length > 0) print('\nSlowest tests');
  for (const { title, milliseconds } of slowest) print(`  ${duration(milliseconds / 1000)}  ${title}`);

  if (all.failures.length > 0) print('\nFailed');
  for (const { title } of all.failures) print(`  ✖ ${title}`);

  print(`\n${duration(seconds).trim()} in all; complete logs in ${relative(repositoryRoot, logFolder)}/`);
  print(countsLine(stages));
}

/** `N passed, N failed`, and how many were skipped if any were. */
export function countsLine(stages: readonly FinishedStage[]): string {
  const { passed, skipped, failures } = together(stages);
  return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function stageLine(stage: FinishedStage): string {
  const mark = stage.failures.length > 0 ? '✖' : '✔';
  return `${mark} ${stage.name.padEnd(12)} ${duration(stage.seconds)}  ${countsLine([stage])}`;
}

function duration(seconds: number): string {
  return `${seconds.toFixed(1)} s`.padStart(8);
}

function shorten(text: string): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= linesShown) return lines.join('\n');
  const left = lines.length - linesShown;
  return [...lines.slice(0, linesShown), `… ${left} more lines in the log`].join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
