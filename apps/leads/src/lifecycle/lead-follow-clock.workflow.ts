import type { Clock } from '@relance/lead-clock';
import type { LeadFollowState } from '@relance/contracts-leads';

/** The clock that a follow state describes; `lead-clock` says what it waits for. */
export function clockOfFollowState(state: LeadFollowState): Clock {
  const deadlineAt = Date.parse(state.deadlineAt);
  if (state.remainingMs !== null) {
    return {
      state: 'paused',
      lifetimeMs: state.lifetimeMs,
      pausedAt: 0,
      deadlineAt,
      remainingMs: state.remainingMs,
      reminders: state.reminders.map(({ number, remainingMs }) => ({
        number,
        remainingMs: remainingMs ?? 0,
      })),
    };
  }
  return {
    state: 'running',
    lifetimeMs: state.lifetimeMs,
    deadlineAt,
    reminders: state.reminders.map(({ number, dueAt }) => ({ number, dueAt: Date.parse(dueAt!) })),
  };
}
