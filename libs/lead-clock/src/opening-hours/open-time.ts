import type { OpeningCalendar, OpenSpan } from './opening-calendar';

/** How many days on end may be closed before a calendar counts as never open again: two years. */
const CLOSED_DAYS_LIMIT = 732;
/** How many days a mark may be away: a century. It bounds the search, and no lead waits that long. */
const SEARCHED_DAYS_LIMIT = 36_525;

/**
 * Thrown by `addOpenTime`, and by whatever computes a mark with it, when the calendar has no open time within two
 * years, or not enough of it within a century. `openingHoursProblems` finds the usual cause beforehand.
 */
export class NeverOpenError extends Error {
  readonly code = 'NEVER_OPEN';

  constructor(readonly fromMs: number) {
    super(`No opening is found after ${new Date(fromMs).toISOString()}`);
    this.name = 'NeverOpenError';
  }
}

/**
 * D7 « the clock runs only while open »: how many milliseconds of `[fromMs, toMs[` are open; 0 when `toMs` is not
 * after `fromMs`. Saturday 15:00 to Monday 10:00, open Monday to Friday 9 to 18, is one hour.
 */
export function openTimeBetween(calendar: OpeningCalendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const days = calendar.workingDays;
  if (!days) return toMs - fromMs;
  let openMs = 0;
  for (let number = days.dayNumberAt(fromMs); ; number++) {
    const day = days.day(number);
    for (const span of day.open) {
      openMs += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs));
    }
    if (day.endMs >= toMs) return openMs;
  }
}

/**
 * The earliest instant by which `openMs` of open time has run since `fromMs`; `fromMs` itself when `openMs` is 0.
 * D7 « a mark that falls on a closing time is that instant, not the next opening »: 17:00 plus one hour, open until
 * 18:00, is 18:00. Throws `NeverOpenError`.
 */
export function addOpenTime(calendar: OpeningCalendar, fromMs: number, openMs: number): number {
  if (openMs <= 0) return fromMs;
  if (!calendar.workingDays) return fromMs + openMs;
  let leftMs = openMs;
  for (const span of openSpansFrom(calendar, fromMs)) {
    const spanMs = span.toMs - span.fromMs;
    if (leftMs <= spanMs) return span.fromMs + leftMs;
    leftMs -= spanMs;
  }
  throw new NeverOpenError(fromMs);
}

/** Whether it is open at an instant: yes at an opening time, no at a closing time. */
export function isOpenAt(calendar: OpeningCalendar, atMs: number): boolean {
  const days = calendar.workingDays;
  if (!days) return true;
  return days.day(days.dayNumberAt(atMs)).open.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
}

/** The next instant at which it is open: `atMs` itself if open then; null when that is more than two years away. */
export function nextOpeningAt(calendar: OpeningCalendar, atMs: number): number | null {
  if (!calendar.workingDays) return atMs;
  for (const span of openSpansFrom(calendar, atMs)) return span.fromMs;
  return null;
}

/** The open spans after an instant, the first one cut to begin there; ends where `NeverOpenError` says. */
function* openSpansFrom(calendar: OpeningCalendar, fromMs: number): Generator<OpenSpan> {
  const days = calendar.workingDays!;
  const firstDay = days.dayNumberAt(fromMs);
  let lastOpenDay = firstDay;
  for (let number = firstDay; number < firstDay + SEARCHED_DAYS_LIMIT; number++) {
    if (number - lastOpenDay > CLOSED_DAYS_LIMIT) return;
    for (const span of days.day(number).open) {
      if (span.toMs <= fromMs) continue;
      lastOpenDay = number;
      yield span.fromMs >= fromMs ? span : { fromMs, toMs: span.toMs };
    }
  }
}
