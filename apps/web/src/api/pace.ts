/** The first change is told after so long, plus a part of the spread, so that 500 browsers do not ask at once. */
const FIRST_MS = 50;
const SPREAD_MS = 220;
/** Changes that never cease are told ever more slowly, up to this. */
const SLOWEST_MS = 6_000;
const CALM_AFTER_MS = 4_000;

/**
 * When to read again after others changed something: soon after quiet, more rarely while changes keep coming. Instants
 * in ms of any clock.
 */
export class Pace {
  #interval = 0;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** How long to wait after a change at `nowMs`; `random` in [0, 1[. */
  delay(nowMs: number, random: number): number {
    const quiet = nowMs - this.#lastMs >= CALM_AFTER_MS + this.#interval;
    if (quiet) this.#interval = 0;
    const due = Math.max(this.#lastMs + this.#interval - nowMs, 0);
    return FIRST_MS + random * (SPREAD_MS + this.#interval / 2) + due;
  }

  /** It was read again. */
  done(nowMs: number): void {
    const soon = nowMs - this.#lastMs < CALM_AFTER_MS + this.#interval;
    this.#interval = soon ? Math.min(Math.max(this.#interval * 2, 250), SLOWEST_MS) : 0;
    this.#lastMs = nowMs;
  }
}
