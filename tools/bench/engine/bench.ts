/** What a bench is given. */
export interface BenchContext {
  /** Small sizes: to see that a bench works, not to measure. */
  readonly quick: boolean;
  /** Aborted when the person at the keyboard wants to stop. */
  readonly signal: AbortSignal;
  /** Tells progress. */
  say(text: string): void;
}

/** One measured value, beside what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the project wants of it; absent for figures that only explain. */
  readonly aim?: { readonly at: 'least' | 'most'; readonly value: number };
  /** The best that the same machine did in the same run, with nothing of ours in between. */
  readonly limit?: { readonly what: string; readonly value: number };
}

/** Rows that explain the figures, e.g. one per process. */
export interface Breakdown {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface BenchResult {
  readonly figures: readonly Figure[];
  readonly breakdowns?: readonly Breakdown[];
  /** What a reader must know to trust the figures. */
  readonly notes?: readonly string[];
}

/** A measurement with a system of its own. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  run(context: BenchContext): Promise<BenchResult>;
}

/** Whether a figure reaches its aim; undefined when it has none. */
export function isReached({ value, aim }: Figure): boolean | undefined {
  if (aim === undefined) return undefined;
  return aim.at === 'least' ? value >= aim.value : value <= aim.value;
}

/** The figure in parts of its limit; undefined when it has none. */
export function ratioOf({ value, limit }: Figure): number | undefined {
  return limit === undefined || limit.value === 0 ? undefined : value / limit.value;
}

/** The result of a bench, or the sentence that says why there is none. */
export async function outcomeOf(
  bench: Bench,
  context: BenchContext,
): Promise<BenchResult | { readonly failure: string }> {
  try {
    return await bench.run(context);
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
