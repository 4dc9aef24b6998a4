import type { Clock, ReminderNumber } from './clock';
import { remindersBefore } from './clock';

/** What the follower of a clock waits for: a reminder to send, the overdue to record, or nothing. */
export type ClockStep =
  | { kind: 'reminder'; number: ReminderNumber; at: number }
  | { kind: 'overdue'; at: number }
  | { kind: 'none' };

/**
 * The next thing that happens to a clock: its first reminder still to leave, else the deadline, else nothing. While
 * paused nothing does (D5). `at` may have passed: then it is late.
 *
 * S1.4: « A reminder never leaves after the overdue instant. » A follower that wakes up so late that `isOverdue` holds
 * at that moment forgets the reminder instead of sending it. Once `overdueRecorded` there is no further step; a
 * follower sets that back to false when the deadline is moved (D8).
 */
export function nextStep(clock: Clock, overdueRecorded: boolean): ClockStep {
  if (clock.state === 'paused' || overdueRecorded) return { kind: 'none' };
  const [reminder] = remindersBefore(clock.deadlineAt, clock.reminders);
  if (reminder) return { kind: 'reminder', number: reminder.number, at: reminder.dueAt };
  return { kind: 'overdue', at: clock.deadlineAt };
}
