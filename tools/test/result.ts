/** One check or test that went wrong, with all there is to say about it. */
export interface Failure {
  readonly title: string;
  readonly detail: string;
}

/** One test that ran, for the list of the slowest. */
export interface Timing {
  readonly title: string;
  readonly milliseconds: number;
}

/** What a stage found. A static check counts as one test. */
export interface StageResult {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  readonly timings: readonly Timing[];
}

/** A stage whose name and duration are known. */
export interface FinishedStage extends StageResult {
  readonly name: string;
  readonly seconds: number;
}

export const nothing: StageResult = { passed: 0, skipped: 0, failures: [], timings: [] };

/** A stage that could not do its work at all: one failure. */
export function failed(title: string, detail: string): StageResult {
  return { ...nothing, failures: [{ title, detail }] };
}

/** The sum of several results, in order. */
export function together(results: readonly StageResult[]): StageResult {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: results.flatMap(({ failures }) => failures),
    timings: results.flatMap(({ timings }) => timings),
  };
}
