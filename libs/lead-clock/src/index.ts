/**
 * The lead clock: when the reminders of a lead leave, when it is overdue, and how long is left (S1.3, S1.4, S1.7, S2.10,
 * D5–D8). Pure functions without I/O and without the present time, for services, workflows and browsers alike.
 * Instants are epoch milliseconds and durations milliseconds, of open time where a calendar is given (D7).
 */

export type { Weekday } from './opening-hours/civil-date';
export type { OpeningHours } from './opening-hours/opening-hours';
export type { OpeningHoursProblem } from './opening-hours/opening-hours-problems';
export { isFrenchPublicHoliday } from './opening-hours/french-public-holidays';
export { openingHoursProblems } from './opening-hours/opening-hours-problems';
export type { OpeningCalendar } from './opening-hours/opening-calendar';
export { openingCalendar } from './opening-hours/opening-calendar';
export {
  addOpenTime,
  isOpenAt,
  NeverOpenError,
  nextOpeningAt,
  openTimeBetween,
} from './opening-hours/open-time';

export type { Clock, ClockSettings, PausedClock, ReminderNumber, RunningClock } from './clock/clock';
export { forgetReminder, isOverdue, remainingTime } from './clock/clock';
export { startClock } from './clock/start-clock';
export { pauseClock, resumeClock } from './clock/pause-and-resume';
export { DeadlineNotAfterNowError, editDeadline } from './clock/edit-deadline';
export { applySettings } from './clock/apply-settings';
export type { ClockStep } from './clock/next-step';
export { nextStep } from './clock/next-step';
