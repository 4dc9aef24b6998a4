import { MINUTE_MS } from '../opening-hours/civil-date';
import { addOpenTime } from '../opening-hours/open-time';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';
import type { Clock, ClockSettings, ReminderNumber } from './clock';
import { deadlinePassed, remainingTime, reminderMarks, remindersBefore } from './clock';

/**
 * D6: « New settings hold for leads created from then on; « Appliquer aux leads ouverts » applies them to open ones. »
 *
 * The open time consumed so far (by the previous calendar) counts against the new lifetime: a lead that has used 20 of
 * its 60 minutes has 100 left of 120. Reminders leave at their fractions of the new lifetime (S1.3), only those still
 * ahead and not `alreadySent`; one that was due and has not left yet, and whose new fraction has passed too, is due now.
 * A lead that has used the whole new lifetime is overdue from `atMs` or, while paused, from its resumption (D5). One that
 * is overdue already stays exactly as it is, and so does one paused after its deadline.
 *
 * Throws `NeverOpenError`.
 */
export function applySettings(
  clock: Clock,
  settings: ClockSettings,
  atMs: number,
  calendar: OpeningCalendar,
  previousCalendar: OpeningCalendar,
  alreadySent: readonly ReminderNumber[],
): Clock {
  if (deadlinePassed(clock, atMs)) return clock;
  const lifetimeMs = settings.lifetimeMinutes * MINUTE_MS;
  const consumedMs = Math.max(0, clock.lifetimeMs - remainingTime(clock, atMs, previousCalendar));
  const remainingMs = Math.max(0, lifetimeMs - consumedMs);
  const ahead = reminderMarks(lifetimeMs, settings.reminderCount)
    .map(({ number, afterMs }) => ({ number, remainingMs: afterMs - consumedMs }))
    .filter(({ number, remainingMs: left }) => left > 0 || isLate(clock, number, atMs))
    .map(({ number, remainingMs: left }) => ({ number, remainingMs: Math.max(0, left) }))
    .filter(({ number, remainingMs: left }) => left < remainingMs && !alreadySent.includes(number));
  if (clock.state === 'paused') {
    const deadlineAt = remainingMs === 0 ? atMs : addOpenTime(calendar, clock.pausedAt, remainingMs);
    return { ...clock, lifetimeMs, deadlineAt, remainingMs, reminders: ahead };
  }
  const deadlineAt = addOpenTime(calendar, atMs, remainingMs);
  const reminders = ahead.map((reminder) => ({
    number: reminder.number,
    dueAt: addOpenTime(calendar, atMs, reminder.remainingMs),
  }));
  return { state: 'running', lifetimeMs, deadlineAt, reminders: remindersBefore(deadlineAt, reminders) };
}

/** Whether a reminder was due and has not left. */
function isLate(clock: Clock, number: ReminderNumber, atMs: number): boolean {
  return clock.state === 'paused'
    ? clock.reminders.some((each) => each.number === number && each.remainingMs <= 0)
    : clock.reminders.some((each) => each.number === number && each.dueAt <= atMs);
}
