import type { ContactStatus, LeadStatus, PauseReason } from '@relance/contracts-leads';
import type { NewLeadVehicle } from '../intake/new-lead.schema';
import type { ReminderRecord } from '../lifecycle/lead-record';
import type { Lead } from './lead-view';

/** A row of `leads.lead` joined with its contact, as {@link LEAD_COLUMNS} selects it. */
export type LeadRow = {
  id: string;
  code: string;
  version: number;
  point_of_sale_id: string;
  type: string;
  source_name: string;
  source_category: string | null;
  tags: string[];
  message: string | null;
  vehicle: NewLeadVehicle | null;
  trade_ins: NewLeadVehicle[] | null;
  external_id: string | null;
  assignee_id: string | null;
  status: LeadStatus;
  contact_status: ContactStatus;
  contact_status_detail: string | null;
  settings_id: string | null;
  received_at: Date;
  created_at: Date;
  last_activity_at: Date;
  lifetime_ms: string;
  deadline_at: Date;
  paused_at: Date | null;
  remaining_ms: string | null;
  pause_reasons: PauseReason[];
  reminders: ReminderRecord[];
  overdue_at: Date | null;
  handled_at: Date | null;
  closed_at: Date | null;
  close_reason: string | null;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
};

/** For `FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id`. */
export const LEAD_COLUMNS = `l.id, l.code, l.version, l.point_of_sale_id, l.type, l.source_name, l.source_category, l.tags,
  l.message, l.vehicle, l.trade_ins, l.external_id, l.assignee_id, l.status, l.contact_status, l.contact_status_detail,
  l.settings_id, l.received_at, l.created_at, l.last_activity_at, l.lifetime_ms, l.deadline_at, l.paused_at,
  l.remaining_ms, l.pause_reasons, l.reminders, l.overdue_at, l.handled_at, l.closed_at, l.close_reason,
  c.first_name, c.last_name, c.email, c.phone`;

export function leadFromRow(row: LeadRow): Lead {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    pointOfSaleId: row.point_of_sale_id,
    type: row.type,
    sourceName: row.source_name,
    sourceCategory: row.source_category,
    tags: row.tags,
    message: row.message,
    vehicle: row.vehicle,
    tradeIns: row.trade_ins,
    externalId: row.external_id,
    assigneeId: row.assignee_id,
    status: row.status,
    contactStatus: row.contact_status,
    contactStatusDetail: row.contact_status_detail,
    settingsId: row.settings_id,
    receivedAt: row.received_at,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
    lifetimeMs: Number(row.lifetime_ms),
    deadlineAt: row.deadline_at,
    pausedAt: row.paused_at,
    remainingMs: row.remaining_ms === null ? null : Number(row.remaining_ms),
    pauseReasons: row.pause_reasons,
    reminders: row.reminders,
    overdueAt: row.overdue_at,
    handledAt: row.handled_at,
    closedAt: row.closed_at,
    closeReason: row.close_reason,
    contact: { firstName: row.first_name, lastName: row.last_name, email: row.email, phone: row.phone },
  };
}
