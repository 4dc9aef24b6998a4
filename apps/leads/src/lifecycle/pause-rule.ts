import type { ContactStatus, LeadStatus, PauseReason } from '@relance/contracts-leads';

/**
 * Why the clock of a lead stands still (S1.7): it ended, a salesperson declared the contact made, or an
 * appointment is booked. With no reason, it runs (D5).
 */
export function pauseReasonsOf(lead: {
  status: LeadStatus;
  contactStatus: ContactStatus;
  handledAt: Date | null;
  liveAppointments: number;
}): PauseReason[] {
  const reasons: PauseReason[] = [];
  if (lead.status !== 'IN_PROGRESS') reasons.push('CLOSED');
  if (lead.handledAt !== null) reasons.push('HANDLED');
  if (lead.contactStatus === 'APPOINTMENT_SET' || lead.liveAppointments > 0) reasons.push('APPOINTMENT');
  return reasons;
}
