import type { ContactStatus, LeadStatus, PauseReason } from '@relance/contracts-leads';

/**
 * Why the clock of a lead stands still (S1.7): it ended, a salesperson declared the contact made, or an
 * appointment is booked. With no reason, it runs (D5).
 *
 * An appointment pauses beyond its own instant, until somebody says how it went: declares something else, cancels it
 * or reopens the lead. Only one that is still to come holds against that.
 */
export function pauseReasonsOf(lead: {
  status: LeadStatus;
  contactStatus: ContactStatus;
  handledAt: Date | null;
  awaitsAppointment: boolean;
}): PauseReason[] {
  const reasons: PauseReason[] = [];
  if (lead.status !== 'IN_PROGRESS') reasons.push('CLOSED');
  if (lead.handledAt !== null) reasons.push('HANDLED');
  if (lead.contactStatus === 'APPOINTMENT_SET' || lead.awaitsAppointment) reasons.push('APPOINTMENT');
  return reasons;
}
