import { addOpenTime, openTimeBetween } from '../opening-hours/open-time';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';
import type { PausedClock, RunningClock } from './clock';
import { isOverdue, remindersBefore } from './clock';

/**
 * S1.7: « Handled, or an appointment booked: alerts pause by themselves. » D5: « while paused the clock stands still:
 * no reminder, no overdue. »
 *
 * A reminder already due and not yet forgotten is late, and leaves at once when the clock is resumed. Once the
 * deadline has passed no open time is left, and no reminder either (S1.4).
 */
export function pauseClock(clock: RunningClock, atMs: number, calendar: OpeningCalendar): PausedClock {
  return {
    state: 'paused',
    lifetimeMs: clock.lifetimeMs,
    pausedAt: atMs,
    deadlineAt: clock.deadlineAt,
    remainingMs: openTimeBetween(calendar, atMs, clock.deadlineAt),
    reminders: isOverdue(clock, atMs)
      ? []
      : clock.reminders.map(({ number, dueAt }) => ({
          number,
          remainingMs: openTimeBetween(calendar, atMs, dueAt),
        })),
  };
}

/**
 * D5: « Reopened, or appointment cancelled: it runs on with the time that was left; reminders already sent are not
 * sent again. » Pausing then resuming never changes the open time left, whatever the instants.
 */
export function resumeClock(clock: PausedClock, atMs: number, calendar: OpeningCalendar): RunningClock {
  const deadlineAt = resumedDeadline(clock, atMs, calendar);
  const reminders = clock.reminders.map(({ number, remainingMs }) => ({
    number,
    dueAt: addOpenTime(calendar, atMs, remainingMs),
  }));
  return {
    state: 'running',
    lifetimeMs: clock.lifetimeMs,
    deadlineAt,
    reminders: remindersBefore(deadlineAt, reminders),
  };
}

/**
 * Where the deadline is after a pause:
 *
 * - where it was, if the lead was overdue already when the pause began: it has been since then;
 * - where it was, if the pause took no open time: a deadline edited into closed time (D8) stays as it was given;
 * - else as far away, in open time, as it was; with none left that is now, since nothing is overdue while paused (D5).
 */
function resumedDeadline(clock: PausedClock, atMs: number, calendar: OpeningCalendar): number {
  if (clock.deadlineAt <= clock.pausedAt) return clock.deadlineAt;
  const untouched =
    clock.deadlineAt >= atMs && openTimeBetween(calendar, atMs, clock.deadlineAt) === clock.remainingMs;
  return untouched ? clock.deadlineAt : addOpenTime(calendar, atMs, clock.remainingMs);
}
