import { nextOpeningAt } from '@relance/lead-clock';
import { calendarOf, type IncomingLeadSettings } from './incoming-lead-settings';

/**
 * So long on end may exceptional closings keep a point of sale closed. The clock of a lead looks further for an opening,
 * but not for ever, and a lead that comes in then must have a deadline (D7).
 */
const MAX_CLOSED_DAYS = 366;
const DAY_MS = 24 * 60 * 60_000;

/** The first closing after which nothing opens for more than a year, or null. Closings of the past count: leads may be received late. */
export function closedForGood(settings: IncomingLeadSettings): string | null {
  const closings = [...new Set(settings.openingHours?.closings)].sort();
  const calendar = calendarOf(settings);
  let openAgainMs = -Infinity;
  for (const closing of closings) {
    const closedMs = Date.parse(`${closing}T12:00:00Z`);
    if (closedMs < openAgainMs) continue;
    const next = nextOpeningAt(calendar, closedMs);
    if (next === null || next - closedMs > MAX_CLOSED_DAYS * DAY_MS) return closing;
    openAgainMs = next;
  }
  return null;
}
