/** What an answer said of the server's clock: how far it is ahead, in ms, and how long the way was. */
type Sample = { aheadMs: number; wayMs: number; atMs: number };

/** The `Date` header has whole seconds; a difference below this says nothing. */
const RESOLUTION_MS = 1_500;
/** What took longer, such as an answer that the server thought about, says too little of when it was made, except of a clock that is quite wrong. */
const LONGEST_WAY_MS = 1_000;
/** A clock that somebody sets, or a machine that slept: what was known is believed for so long. */
const BELIEVED_MS = 5 * 60_000;

/** The server's clock, as far as its answers tell: of recent ones the one with the shortest way is believed. */
export class ServerClock {
  #best: Sample | undefined;

  constructor(private readonly ownNow: () => number = Date.now) {}

  /** Learns from a `Date` header. */
  learn(date: string | null, askedAtMs: number): void {
    const said = Date.parse(date ?? '');
    if (Number.isNaN(said)) return;
    const now = this.ownNow();
    const wayMs = now - askedAtMs;
    const best = this.#best;
    // Whole seconds, cut off: on average the answer was made half a second later; half of the way lies behind us.
    const aheadMs = said + 500 + wayMs / 2 - now;
    if (wayMs < 0 || (wayMs > LONGEST_WAY_MS && (best || Math.abs(aheadMs) < wayMs))) return;
    const agrees = best !== undefined && Math.abs(aheadMs - best.aheadMs) <= RESOLUTION_MS;
    const believed = best !== undefined && Math.abs(now - best.atMs) < BELIEVED_MS && best.wayMs < wayMs;
    if (believed && !agrees) return;
    if (agrees) this.#best = { ...best, atMs: now, wayMs: Math.min(wayMs, best.wayMs) };
    else this.#best = { aheadMs, wayMs, atMs: now };
  }

  /** Now, by the server's clock, epoch ms: a phone that is three minutes late still counts right. */
  now(): number {
    const aheadMs = this.#best?.aheadMs ?? 0;
    return this.ownNow() + (Math.abs(aheadMs) > RESOLUTION_MS ? aheadMs : 0);
  }
}

const clock = new ServerClock();

/** Learns from an answer's `Date` header. */
export function learnServerTime(response: Response, askedAtMs: number): void {
  clock.learn(response.headers.get('date'), askedAtMs);
}

/** Now, by the server's clock, epoch ms. */
export function serverNow(): number {
  return clock.now();
}
