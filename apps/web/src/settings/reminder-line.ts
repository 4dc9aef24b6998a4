import {
  isOpenAt,
  nextOpeningAt,
  openTimeBetween,
  startClock,
  type OpeningCalendar,
} from '@relance/lead-clock';

/** The line from « arrivée » to « en souffrance » (S1.2), for a lead that arrives at `startMs`. Places are 0 to 1. */
export type ReminderLine = {
  startMs: number;
  deadlineMs: number;
  bells: { number: 1 | 2; place: number; atMs: number; afterMs: number }[];
  /** Closed times between arrival and deadline (D7). */
  closed: { from: number; to: number }[];
};

/** A line shows so many closings at most; beyond, they could not be told apart. */
const MAX_CLOSED = 40;
const HOUR_MS = 3_600_000;

/**
 * When the reminders of a lead would leave with these settings (S1.3, S1.4, D7), by the same rules as the server.
 * @throws NeverOpenError when the lifetime finds no opening hours
 */
export function reminderLine(
  settings: { lifetimeMinutes: number; reminderEnabled: boolean; reminderCount: 1 | 2 },
  calendar: OpeningCalendar,
  startMs: number,
): ReminderLine {
  const clock = startClock(
    startMs,
    {
      lifetimeMinutes: settings.lifetimeMinutes,
      reminderCount: settings.reminderEnabled ? settings.reminderCount : 0,
    },
    calendar,
  );
  const length = Math.max(clock.deadlineAt - startMs, 1);
  const place = (atMs: number): number => (atMs - startMs) / length;
  return {
    startMs,
    deadlineMs: clock.deadlineAt,
    bells: clock.reminders.map(({ number, dueAt }) => ({
      number,
      atMs: dueAt,
      place: place(dueAt),
      afterMs: openTimeBetween(calendar, startMs, dueAt),
    })),
    closed: closedTimes(calendar, startMs, clock.deadlineAt).map(({ fromMs, toMs }) => ({
      from: place(fromMs),
      to: place(toMs),
    })),
  };
}

/** The next instant at which a lead could arrive and its clock run at once: now, or the next opening. */
export function exampleArrival(calendar: OpeningCalendar, nowMs: number): number {
  return nextOpeningAt(calendar, nowMs) ?? nowMs;
}

/** Closed times between two instants (D7); of very many, the first. */
export function closedTimes(
  calendar: OpeningCalendar,
  fromMs: number,
  toMs: number,
): { fromMs: number; toMs: number }[] {
  const closed: { fromMs: number; toMs: number }[] = [];
  let at = fromMs;
  while (at < toMs && closed.length < MAX_CLOSED) {
    if (isOpenAt(calendar, at)) {
      const closes = nextClosing(calendar, at, toMs);
      if (closes === null) break;
      at = closes;
    }
    const reopens = Math.min(nextOpeningAt(calendar, at) ?? toMs, toMs);
    if (reopens > at) closed.push({ fromMs: at, toMs: reopens });
    at = reopens;
  }
  return closed;
}

/** The next instant at which it is closed, up to `toMs`; null when it stays open. */
function nextClosing(calendar: OpeningCalendar, atMs: number, toMs: number): number | null {
  for (let from = atMs; from < toMs; from += HOUR_MS) {
    const to = Math.min(from + HOUR_MS, toMs);
    const open = openTimeBetween(calendar, from, to);
    if (open < to - from) {
      // Open time runs from `from` without a gap until it closes, as long as it was open there.
      const closes = open === 0 ? from : lastOpenInstant(calendar, from, to);
      return closes;
    }
  }
  return null;
}

/** Halves the way until the instant at which it closes is known to the second. */
function lastOpenInstant(calendar: OpeningCalendar, fromMs: number, toMs: number): number {
  let [low, high] = [fromMs, toMs];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (openTimeBetween(calendar, fromMs, middle) === middle - fromMs) low = middle;
    else high = middle;
  }
  return Math.round(high / 1000) * 1000;
}

/** « 3 min 20 », « 5 min », « 2 h 10 »: when a reminder leaves, counted from the arrival. */
export function exactDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  if (hours > 0) return minutes === 0 ? `${hours}\u202fh` : `${hours}\u202fh\u202f${two(minutes)}`;
  if (minutes === 0) return `${rest}\u202fs`;
  return rest === 0 ? `${minutes}\u202fmin` : `${minutes}\u202fmin\u202f${two(rest)}`;
}
