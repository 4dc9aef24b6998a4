import { ReceivedAtOutOfRangeError } from './intake.errors';

const YEAR_MS = 366 * 24 * 60 * 60_000;
/** Clocks of lead sources run a little fast; up to here « now » is meant. */
const TOLERANCE_MS = 5_000;

/**
 * When the clock of a lead starts: as said, or now. A future instant is refused, a past one is taken up to a year.
 * @throws ReceivedAtOutOfRangeError
 */
export function receivedAt(said: string | null | undefined, now: Date): Date {
  if (!said) return now;
  const instant = new Date(said);
  if (instant.getTime() > now.getTime() + TOLERANCE_MS) throw new ReceivedAtOutOfRangeError('future');
  if (instant.getTime() < now.getTime() - YEAR_MS) throw new ReceivedAtOutOfRangeError('tooOld');
  return instant > now ? now : instant;
}
