import { isOverdue, remainingTime, type OpeningCalendar } from '@relance/lead-clock';
import type { NewLeadVehicle } from '../intake/new-lead.schema';
import { clockOf, type LeadRecord } from '../lifecycle/lead-record';
import type { LeadView } from './lead.schema';

/** A lead's lifecycle together with what it says. */
export type Lead = LeadRecord & {
  createdAt: Date;
  lastActivityAt: Date;
  sourceName: string;
  sourceCategory: string | null;
  tags: string[];
  message: string | null;
  vehicle: NewLeadVehicle | null;
  tradeIns: NewLeadVehicle[] | null;
  externalId: string | null;
  contact: { firstName: string | null; lastName: string | null; email: string | null; phone: string | null };
};

/**
 * The public face of a lead at the instant `atMs`. It asks nobody but the stored instants, so it is right even
 * while every worker is stopped.
 */
export function leadView(lead: Lead, calendar: OpeningCalendar, atMs: number): LeadView {
  const clock = clockOf(lead);
  const open = lead.status === 'IN_PROGRESS';
  return {
    id: lead.id,
    code: lead.code,
    pointOfSaleId: lead.pointOfSaleId,
    type: lead.type as LeadView['type'],
    source: { name: lead.sourceName, category: lead.sourceCategory },
    tags: lead.tags,
    contact: lead.contact,
    message: lead.message,
    vehicle: lead.vehicle,
    tradeIns: lead.tradeIns ?? [],
    externalId: lead.externalId,
    assigneeId: lead.assigneeId,
    status: lead.status,
    closeReason: lead.closeReason,
    contactStatus: lead.contactStatus,
    contactStatusDetail: lead.contactStatusDetail,
    externalStatus: null,
    callTracking: { available: false, status: null, label: null },
    createdAt: lead.createdAt.toISOString(),
    receivedAt: lead.receivedAt.toISOString(),
    lastActivityAt: lead.lastActivityAt.toISOString(),
    deadlineAt: lead.deadlineAt.toISOString(),
    remainingSeconds: Math.ceil(remainingTime(clock, atMs, calendar) / 1000),
    paused: clock.state === 'paused',
    pauseReasons: lead.pauseReasons,
    overdue: open && isOverdue(clock, atMs),
    handledAt: lead.handledAt?.toISOString() ?? null,
    reminders: lead.reminders.map(({ number, dueAt, sentAt, missedAt }) => ({
      number,
      dueAt,
      sentAt,
      missedAt,
    })),
    opportunityId: null,
  };
}
