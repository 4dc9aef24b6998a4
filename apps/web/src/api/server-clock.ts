/** How far the server's clock is ahead of this machine's, in ms: a phone that is three minutes late still counts right. */
let aheadMs = 0;
let known = false;
/** The `Date` header has whole seconds; a difference below this says nothing. */
const RESOLUTION_MS = 1_500;

/** Learns from an answer's `Date` header. */
export function learnServerTime(response: Response, askedAtMs: number): void {
  const said = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(said)) return;
  const now = Date.now();
  // Whole seconds, cut off: on average the answer was made half a second later; half of the way lies behind us.
  const difference = said + 500 + (now - askedAtMs) / 2 - now;
  if (!known || Math.abs(difference - aheadMs) > RESOLUTION_MS) {
    aheadMs = Math.abs(difference) > RESOLUTION_MS ? difference : 0;
    known = true;
  }
}

/** Now, by the server's clock, epoch ms. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}
