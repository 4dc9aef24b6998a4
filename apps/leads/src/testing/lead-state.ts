import type { LeadFollowState } from '@relance/contracts-leads';
import { startClock } from '@relance/lead-clock';
import { uuidv7 } from '../uuid';
import { openingCalendar } from '@relance/lead-clock';

export const MINUTE = 60_000;
const ALWAYS = openingCalendar(null, 'Europe/Paris');

/** The follow state of a lead taken in now: ten minutes long, two reminders, unless said otherwise. */
export function leadState(
  overrides: Partial<LeadFollowState> = {},
  settings: { lifetimeMinutes: number; reminderCount: 0 | 1 | 2 } = { lifetimeMinutes: 10, reminderCount: 2 },
  startedAt = Date.now(),
): LeadFollowState {
  const clock = startClock(startedAt, settings, ALWAYS);
  return {
    leadId: uuidv7(),
    code: 'L-2026-000042',
    version: 1,
    pointOfSaleId: uuidv7(),
    pointOfSaleName: 'Relance Lyon Est',
    leadType: 'VN',
    assigneeId: null,
    status: 'IN_PROGRESS',
    pauseReasons: [],
    overdue: false,
    lifetimeMs: clock.lifetimeMs,
    deadlineAt: new Date(clock.deadlineAt).toISOString(),
    remainingMs: null,
    correlationId: null,
    reminderCount: settings.reminderCount,
    reminders: clock.reminders.map(({ number, dueAt }) => ({
      number,
      dueAt: new Date(dueAt).toISOString(),
      remainingMs: null,
    })),
    ...overrides,
  };
}

/** The state after this one, its clock standing still at `atMs`. */
export function paused(
  state: LeadFollowState,
  pauseReasons: LeadFollowState['pauseReasons'],
  atMs: number,
): LeadFollowState {
  return {
    ...state,
    version: state.version + 1,
    pauseReasons,
    remainingMs: Date.parse(state.deadlineAt) - atMs,
    reminders: state.reminders.map(({ number, dueAt }) => ({
      number,
      dueAt: null,
      remainingMs: Math.max(0, Date.parse(dueAt!) - atMs),
    })),
  };
}

/** The state after a paused one, running on from `atMs` with the time that was left. */
export function resumed(state: LeadFollowState, atMs: number): LeadFollowState {
  return {
    ...state,
    version: state.version + 1,
    pauseReasons: [],
    remainingMs: null,
    deadlineAt: new Date(atMs + state.remainingMs!).toISOString(),
    reminders: state.reminders.map(({ number, remainingMs }) => ({
      number,
      dueAt: new Date(atMs + remainingMs!).toISOString(),
      remainingMs: null,
    })),
  };
}
