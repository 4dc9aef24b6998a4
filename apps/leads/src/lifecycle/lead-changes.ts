import type { ContactStatus, LeadStatus } from '@relance/contracts-leads';
import { LeadAlreadyTakenError, LeadClosedError, LeadNotHandledError } from './lifecycle.errors';
import type { LeadRecord } from './lead-record';

/*
 * What each action makes of a lead. Pure: the clock follows afterwards (settle-clock), storing and events elsewhere.
 */

/** @throws LeadClosedError */
export function refuseClosed(lead: LeadRecord): void {
  if (lead.status !== 'IN_PROGRESS') throw new LeadClosedError(lead.status);
}

/**
 * « Prendre en charge »: nobody's lead becomes mine; mine stays mine.
 * @throws LeadClosedError, LeadAlreadyTakenError
 */
export function take<L extends LeadRecord>(lead: L, userId: string): L {
  refuseClosed(lead);
  if (lead.assigneeId && lead.assigneeId !== userId) throw new LeadAlreadyTakenError(lead.assigneeId);
  return { ...lead, assigneeId: userId };
}

/**
 * S2.8: to another user, or another point of sale (then to nobody, unless a user is named). The clock goes on.
 * @throws LeadClosedError
 */
export function assign<L extends LeadRecord>(
  lead: L,
  to: { userId?: string | null; pointOfSaleId?: string },
): L {
  refuseClosed(lead);
  const pointOfSaleId = to.pointOfSaleId ?? lead.pointOfSaleId;
  const moved = pointOfSaleId !== lead.pointOfSaleId;
  const assigneeId = to.userId !== undefined ? to.userId : moved ? null : lead.assigneeId;
  return { ...lead, pointOfSaleId, assigneeId };
}

/**
 * S0.2: the user declares. CONTACTED handles the lead; declaring anything but an appointment afterwards takes that back.
 * @throws LeadClosedError
 */
export function declareContact<L extends LeadRecord>(
  lead: L,
  declared: { status: ContactStatus; detail?: string | null },
  now: Date,
): L {
  refuseClosed(lead);
  const handledAt =
    declared.status === 'CONTACTED'
      ? (lead.handledAt ?? now)
      : declared.status === 'APPOINTMENT_SET'
        ? lead.handledAt
        : null;
  return { ...lead, contactStatus: declared.status, contactStatusDetail: declared.detail ?? null, handledAt };
}

/** S1.7: an appointment is booked, and declared so. @throws LeadClosedError */
export function bookAppointment<L extends LeadRecord>(lead: L): L {
  refuseClosed(lead);
  return { ...lead, contactStatus: 'APPOINTMENT_SET', contactStatusDetail: null };
}

/**
 * The declaration falls back to what it was worth without the appointment, once no other one is to come. That of a
 * closed lead stays: it says how things stood at the end.
 */
export function cancelAppointment<L extends LeadRecord>(lead: L, otherLiveAppointments: number): L {
  const stays = otherLiveAppointments > 0 || lead.contactStatus !== 'APPOINTMENT_SET';
  if (stays || lead.status !== 'IN_PROGRESS') return lead;
  const contactStatus = lead.handledAt ? 'CONTACTED' : 'TO_CONTACT';
  return { ...lead, contactStatus, contactStatusDetail: null };
}

/**
 * « Rouvrir »: a handled or closed lead is to be contacted again, and one whose appointment has passed. An appointment
 * that is still to come goes on pausing it.
 * @throws LeadNotHandledError when it runs already, or when such an appointment is all it waits for
 */
export function reopen<L extends LeadRecord>(lead: L, liveAppointments: number): L {
  const waits = lead.contactStatus === 'APPOINTMENT_SET' || lead.pauseReasons.includes('APPOINTMENT');
  if (lead.status === 'IN_PROGRESS' && lead.handledAt === null && !(waits && liveAppointments === 0)) {
    throw new LeadNotHandledError(liveAppointments > 0);
  }
  return {
    ...lead,
    status: 'IN_PROGRESS',
    contactStatus: liveAppointments > 0 ? 'APPOINTMENT_SET' : 'TO_CONTACT',
    contactStatusDetail: null,
    handledAt: null,
    closedAt: null,
    closeReason: null,
  };
}

/**
 * « Gagnée », « Perdue »: the lead ends, which also handles it. Ending it the same way again changes nothing.
 * @throws LeadClosedError when it ended the other way
 */
export function close<L extends LeadRecord>(
  lead: L,
  status: Exclude<LeadStatus, 'IN_PROGRESS'>,
  reason: string | null,
  now: Date,
): L {
  if (lead.status === status) return lead;
  refuseClosed(lead);
  return { ...lead, status, closeReason: reason, closedAt: now, handledAt: lead.handledAt ?? now };
}
