import { openTimeBetween } from '../opening-hours/open-time';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';

/** S1.2: « 1 rappel », « 2 rappels »; the first and the second reminder of a lead. */
export type ReminderNumber = 1 | 2;

/** S1.2: what a point of sale sets. `reminderCount` is 0 when « Activer le rappel avant entrée en souffrance » is off. */
export type ClockSettings = { lifetimeMinutes: number; reminderCount: 0 | 1 | 2 };

/**
 * The clock of a lead that runs (S1.3, S2.10). Instants are epoch milliseconds, `lifetimeMs` is open time (D7).
 * `reminders` are the ones still to leave, in order, each strictly before the deadline (S1.4). One whose `dueAt`
 * has passed is late, not lost: whoever follows the clock was stopped.
 */
export type RunningClock = {
  state: 'running';
  lifetimeMs: number;
  deadlineAt: number;
  reminders: { number: ReminderNumber; dueAt: number }[];
};

/**
 * The clock of a lead that stands still (D5). `deadlineAt` is the deadline as it stood when the pause began or, edited
 * since, as it was edited; `remainingMs` is the open time left, that of a reminder the open time until it leaves.
 */
export type PausedClock = {
  state: 'paused';
  lifetimeMs: number;
  pausedAt: number;
  deadlineAt: number;
  remainingMs: number;
  reminders: { number: ReminderNumber; remainingMs: number }[];
};

/** The clock of one lead: plain JSON, to be stored in a row or carried by a workflow. */
export type Clock = RunningClock | PausedClock;

/** The open time left until the deadline, in milliseconds, never negative; while paused it does not change (D5). */
export function remainingTime(clock: Clock, atMs: number, calendar: OpeningCalendar): number {
  return clock.state === 'paused' ? clock.remainingMs : openTimeBetween(calendar, atMs, clock.deadlineAt);
}

/**
 * « En souffrance »: the deadline is reached and the clock runs. Never while paused (D5), not even when the pause
 * began after the deadline: such a lead is overdue again when it is resumed.
 */
export function isOverdue(clock: Clock, atMs: number): boolean {
  return clock.state === 'running' && atMs >= clock.deadlineAt;
}

/** Whether the deadline is behind: now if the clock runs, when the pause began if it stands still. */
export function deadlinePassed(clock: Clock, atMs: number): boolean {
  return clock.deadlineAt <= (clock.state === 'paused' ? clock.pausedAt : atMs);
}

/**
 * S1.3: « One reminder leaves when 50 % of the lifetime has run (10 min: at 5:00). Two leave at one third and two
 * thirds (3:20, 6:40). » The open time that has then run, in whole milliseconds.
 */
export function reminderMarks(
  lifetimeMs: number,
  reminderCount: ClockSettings['reminderCount'],
): { number: ReminderNumber; afterMs: number }[] {
  const numbers: ReminderNumber[] = ([1, 2] as const).slice(0, reminderCount);
  return numbers.map((number) => ({
    number,
    afterMs: Math.round((lifetimeMs * number) / (reminderCount + 1)),
  }));
}

/** S1.4: the reminders that come strictly before a deadline. */
export function remindersBefore(
  deadlineAt: number,
  reminders: RunningClock['reminders'],
): RunningClock['reminders'] {
  return reminders.filter(({ dueAt }) => dueAt < deadlineAt);
}

/** The clock without a reminder: after it left (S1.6), so that it is not sent again. */
export function forgetReminder(clock: Clock, number: ReminderNumber): Clock {
  return clock.state === 'paused'
    ? { ...clock, reminders: clock.reminders.filter((reminder) => reminder.number !== number) }
    : { ...clock, reminders: clock.reminders.filter((reminder) => reminder.number !== number) };
}
