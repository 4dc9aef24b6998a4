/** What Temporal says of one try of an activity. */
type Try = { attempt: number; currentAttemptScheduledTimestampMs: number };

/**
 * The instant that a try speaks of: the one the workflow meant, or when Temporal asked for it again. « Il reste » and
 * `sentAt` would otherwise be as old as the first try, when SMTP has refused for minutes.
 * @param at ISO UTC, of the first try
 * @param current undefined outside of Temporal
 */
export function instantOfTry(at: string, current: Try | undefined): string {
  if (!current || current.attempt <= 1) return at;
  return new Date(Math.max(Date.parse(at), current.currentAttemptScheduledTimestampMs)).toISOString();
}
