import type { ClockStep } from '@relance/lead-clock';
import type { LeadFollowState, PauseReason } from '@relance/contracts-leads';
import { french, measure } from './french-typography.workflow';

const PAUSED_BY: Record<PauseReason, string> = {
  CLOSED: 'lead terminé',
  HANDLED: 'contact déclaré',
  APPOINTMENT: 'rendez-vous pris',
};

/** What the workflow is waiting for, in words, for the Temporal UI. It holds no personal data. */
export function waitingFor(state: LeadFollowState, step: ClockStep): string {
  if (state.status === 'WON') return french`Lead gagné : plus rien à attendre.`;
  if (state.status === 'LOST') return french`Lead perdu : plus rien à attendre.`;
  const { pauseReasons: reasons } = state;
  if (reasons.length > 0) {
    const why = reasons.map((reason) => PAUSED_BY[reason]).join(', ');
    return french`Minuteur en pause (${why}) : reste ${duration(state.remainingMs ?? 0)}. Attend ${endOf(reasons)}.`;
  }
  const deadline = instant(Date.parse(state.deadlineAt));
  switch (step.kind) {
    case 'reminder':
      return french`Attend le ${reminderName(state, step.number)}, le ${instant(step.at)} (échéance le ${deadline}).`;
    case 'overdue':
      return french`Attend l’échéance, le ${instant(step.at)} : le lead sera alors en souffrance.`;
    case 'none':
      return french`En souffrance depuis le ${deadline} : attend qu’un vendeur s’en occupe.`;
  }
}

/** What ends a pause: as the API takes it. */
function endOf(reasons: readonly PauseReason[]): string {
  const appointment = reasons.every((reason) => reason === 'APPOINTMENT');
  return appointment
    ? 'l’annulation du rendez-vous, une réouverture une fois qu’il est passé, ou une clôture'
    : 'une réouverture ou une clôture';
}

/** « rappel 1/2 » */
export function reminderName(state: LeadFollowState, number: number): string {
  return `rappel ${number}/${state.reminderCount}`;
}

function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' à ')} UTC`;
}

/** « 3 min 20 s », « 2 h 05 min » */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return measure(seconds, 's');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return measure(minutes, 'min', ...(seconds % 60 === 0 ? [] : [seconds % 60, 's']));
  return measure(Math.floor(minutes / 60), 'h', String(minutes % 60).padStart(2, '0'), 'min');
}
