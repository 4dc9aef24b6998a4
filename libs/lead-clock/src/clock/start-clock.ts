import { addOpenTime } from '../opening-hours/open-time';
import { MINUTE_MS } from '../opening-hours/civil-date';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';
import type { ClockSettings, RunningClock } from './clock';
import { reminderMarks, remindersBefore } from './clock';

/**
 * Starts the clock of a lead at the instant it was received.
 *
 * - S2.10: « A new lead gets its contact deadline from the maximum-delay setting of its point of sale. »
 * - S1.3: one reminder at half of the lifetime; two at one third and two thirds.
 * - S1.4: « Switch off: none. A reminder never leaves after the overdue instant, which is 100 % of the lifetime. »
 * - D7: « the clock runs only while open », fractions are of open time, and « a mark that falls on a closing time is
 *   that instant, not the next opening ».
 *
 * An instant in the past gives marks in the past. Throws `NeverOpenError`.
 */
export function startClock(
  startedAtMs: number,
  settings: ClockSettings,
  calendar: OpeningCalendar,
): RunningClock {
  const lifetimeMs = settings.lifetimeMinutes * MINUTE_MS;
  const deadlineAt = addOpenTime(calendar, startedAtMs, lifetimeMs);
  const reminders = reminderMarks(lifetimeMs, settings.reminderCount).map(({ number, afterMs }) => ({
    number,
    dueAt: addOpenTime(calendar, startedAtMs, afterMs),
  }));
  return { state: 'running', lifetimeMs, deadlineAt, reminders: remindersBefore(deadlineAt, reminders) };
}
