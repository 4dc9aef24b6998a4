import { lockSubject } from '@relance/event-log';
import { NotFoundError } from '@relance/service-runtime';
import { canSeePointOfSale, type Principal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from '../lead-page/lead-row';
import type { Lead } from '../lead-page/lead-view';

/**
 * Reads a lead for changing it: whoever comes second waits, and sees what the first one made of it.
 * @throws NotFoundError also when the lead is of a point of sale the principal may not see
 */
export async function lockLead(tx: EntityManager, id: string, principal?: Principal): Promise<Lead> {
  await lockSubject(tx, id);
  const rows = await tx.query<LeadRow[]>(
    `SELECT ${LEAD_COLUMNS} FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id
      WHERE l.id = $1 FOR NO KEY UPDATE OF l`,
    [id],
  );
  const lead = rows[0] && leadFromRow(rows[0]);
  if (!lead || (principal && !canSeePointOfSale(principal, lead.pointOfSaleId))) throw new NotFoundError();
  return lead;
}

/** Writes the lifecycle of a lead that {@link lockLead} read. */
export async function saveLead(tx: EntityManager, lead: Lead): Promise<void> {
  await tx.query(
    `UPDATE leads.lead SET version = $2, point_of_sale_id = $3, assignee_id = $4, status = $5, contact_status = $6,
            contact_status_detail = $7, settings_id = $8, lifetime_ms = $9, deadline_at = $10, paused_at = $11,
            remaining_ms = $12, pause_reasons = $13, reminders = $14, overdue_at = $15, handled_at = $16,
            closed_at = $17, close_reason = $18, last_activity_at = $19
      WHERE id = $1`,
    [
      lead.id,
      lead.version,
      lead.pointOfSaleId,
      lead.assigneeId,
      lead.status,
      lead.contactStatus,
      lead.contactStatusDetail,
      lead.settingsId,
      lead.lifetimeMs,
      lead.deadlineAt,
      lead.pausedAt,
      lead.remainingMs,
      lead.pauseReasons,
      JSON.stringify(lead.reminders),
      lead.overdueAt,
      lead.handledAt,
      lead.closedAt,
      lead.closeReason,
      lead.lastActivityAt,
    ],
  );
}

/** How many appointments of the lead are still to come and not cancelled: a past one is nothing to wait for. */
export async function countLiveAppointments(tx: EntityManager, leadId: string, now: Date): Promise<number> {
  const rows = await tx.query<{ count: string }[]>(
    'SELECT count(*) FROM leads.appointment WHERE lead_id = $1 AND cancelled_at IS NULL AND at > $2',
    [leadId, now],
  );
  return Number(rows[0]!.count);
}
