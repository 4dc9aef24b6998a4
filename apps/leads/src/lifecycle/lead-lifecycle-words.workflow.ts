import type { ClockStep } from '@relance/lead-clock';
import type { LeadFollowState, PauseReason } from '@relance/contracts-leads';

const PAUSED_BY: Record<PauseReason, string> = {
  CLOSED: 'lead terminé',
  HANDLED: 'contact déclaré',
  APPOINTMENT: 'rendez-vous pris',
};

/** What the workflow is waiting for, in words, for the Temporal UI. It holds no personal data. */
export function waitingFor(state: LeadFollowState, step: ClockStep): string {
  if (state.status === 'WON') return 'Lead gagné : plus rien à attendre.';
  if (state.status === 'LOST') return 'Lead perdu : plus rien à attendre.';
  if (state.pauseReasons.length > 0) {
    const why = state.pauseReasons.map((reason) => PAUSED_BY[reason]).join(', ');
    return `Minuteur en pause (${why}) : reste ${duration(state.remainingMs ?? 0)}. Attend une réouverture ou une clôture.`;
  }
  switch (step.kind) {
    case 'reminder':
      return `Attend le ${reminderName(state, step.number)}, le ${instant(step.at)} (échéance le ${instant(Date.parse(state.deadlineAt))}).`;
    case 'overdue':
      return `Attend l'échéance, le ${instant(step.at)} : le lead sera alors en souffrance.`;
    case 'none':
      return `En souffrance depuis le ${instant(Date.parse(state.deadlineAt))} : attend qu'un vendeur s'en occupe.`;
  }
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
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const rest = String(minutes % 60).padStart(2, '0');
  return `${Math.floor(minutes / 60)} h ${rest} min`;
}
