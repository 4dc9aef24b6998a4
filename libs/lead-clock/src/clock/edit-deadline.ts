import { addOpenTime, openTimeBetween } from '../opening-hours/open-time';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';
import type { Clock, ReminderNumber } from './clock';
import { deadlinePassed, remainingTime, remindersBefore } from './clock';

/** Thrown by `editDeadline` when the new deadline is not after the instant of the edit. */
export class DeadlineNotAfterNowError extends Error {
  readonly code = 'DEADLINE_NOT_AFTER_NOW';

  constructor(
    readonly deadlineAtMs: number,
    readonly atMs: number,
  ) {
    super(
      `The deadline ${new Date(deadlineAtMs).toISOString()} is not after ${new Date(atMs).toISOString()}`,
    );
    this.name = 'DeadlineNotAfterNowError';
  }
}

/**
 * D8: « Editing the deadline of one lead moves its remaining reminders in proportion. »
 *
 * The deadline becomes exactly the instant given, even one in closed time. A reminder with a quarter of the open time
 * left before it has a quarter of the new open time left before it; a late one stays late. Those that would not come
 * strictly before the deadline are dropped (S1.4): all of them when no open time is left before it, or when the lead
 * was overdue. `lifetimeMs` becomes the open time consumed plus what is left now.
 *
 * Throws `DeadlineNotAfterNowError`. Of an overdue lead, whoever follows the clock forgets that the overdue was
 * recorded: the new deadline can pass again.
 */
export function editDeadline(
  clock: Clock,
  deadlineAtMs: number,
  atMs: number,
  calendar: OpeningCalendar,
): Clock {
  if (!(deadlineAtMs > atMs)) throw new DeadlineNotAfterNowError(deadlineAtMs, atMs);
  const previousMs = remainingTime(clock, atMs, calendar);
  const remainingMs = openTimeBetween(calendar, atMs, deadlineAtMs);
  const lifetimeMs = Math.max(0, clock.lifetimeMs - previousMs) + remainingMs;
  const moved = openTimeToReminders(clock, atMs, calendar)
    .map(({ number, openMs }) => ({
      number,
      remainingMs: previousMs === 0 ? 0 : Math.round((openMs * remainingMs) / previousMs),
    }))
    .filter((reminder) => reminder.remainingMs < remainingMs);
  if (clock.state === 'paused') {
    return { ...clock, lifetimeMs, deadlineAt: deadlineAtMs, remainingMs, reminders: moved };
  }
  const reminders = moved.map((reminder) => ({
    number: reminder.number,
    dueAt: addOpenTime(calendar, atMs, reminder.remainingMs),
  }));
  return {
    state: 'running',
    lifetimeMs,
    deadlineAt: deadlineAtMs,
    reminders: remindersBefore(deadlineAtMs, reminders),
  };
}

/** The open time until each reminder that can still leave; 0 for a late one. None once the deadline has passed. */
function openTimeToReminders(
  clock: Clock,
  atMs: number,
  calendar: OpeningCalendar,
): { number: ReminderNumber; openMs: number }[] {
  if (deadlinePassed(clock, atMs)) return [];
  return clock.state === 'paused'
    ? clock.reminders.map(({ number, remainingMs }) => ({ number, openMs: remainingMs }))
    : clock.reminders.map(({ number, dueAt }) => ({
        number,
        openMs: openTimeBetween(calendar, atMs, dueAt),
      }));
}
