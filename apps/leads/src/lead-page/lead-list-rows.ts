import type { ContactStatus, LeadStatus, PauseReason } from '@relance/contracts-leads';
import { openTimeBetween, type OpeningCalendar } from '@relance/lead-clock';
import { types, type CustomTypesConfig } from 'pg';
import type { NewLeadVehicle } from '../intake/new-lead.schema';
import type { ReminderRecord } from '../lifecycle/lead-record';
import { isoInstant } from './iso-instant';
import type { LeadView } from './lead.schema';

/** What a list reads of a lead, for `FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id`: no more than it shows. */
export const LISTED_COLUMNS = `l.id, l.code, l.point_of_sale_id, l.type, l.source_name, l.source_category, l.tags,
  c.first_name, c.last_name, c.email, c.phone, l.message, l.vehicle, l.trade_ins, l.external_id, l.assignee_id, l.status,
  l.close_reason, l.contact_status, l.contact_status_detail, l.created_at, l.received_at, l.last_activity_at, l.deadline_at,
  l.paused_at, l.remaining_ms, l.pause_reasons, l.handled_at, l.reminders, l.settings_id`;

/** The total of the list, then {@link LISTED_COLUMNS} as {@link LISTED_TYPES} reads them. Instants are ISO 8601, in UTC. */
export type ListedRow = [
  total: number | null,
  id: string,
  code: string,
  pointOfSaleId: string,
  type: LeadView['type'],
  sourceName: string,
  sourceCategory: string | null,
  tags: string[],
  firstName: string | null,
  lastName: string | null,
  email: string | null,
  phone: string | null,
  message: string | null,
  vehicle: NewLeadVehicle | null,
  tradeIns: NewLeadVehicle[] | null,
  externalId: string | null,
  assigneeId: string | null,
  status: LeadStatus,
  closeReason: string | null,
  contactStatus: ContactStatus,
  contactStatusDetail: string | null,
  createdAt: string,
  receivedAt: string,
  lastActivityAt: string,
  deadlineAt: string,
  pausedAt: string | null,
  remainingMs: string | null,
  pauseReasons: PauseReason[],
  handledAt: string | null,
  reminders: ReminderRecord[],
  settingsId: string | null,
];

const TEXT_ARRAY = 1009;
const parseTexts = types.getTypeParser(TEXT_ARRAY as never) as (text: string) => string[];
const asItIs = (text: string): string => text;
const PARSERS = new Map<number, (text: string) => unknown>([
  [types.builtins.INT4, Number],
  [types.builtins.JSONB, (text) => JSON.parse(text) as unknown],
  [types.builtins.TIMESTAMPTZ, isoInstant],
  [TEXT_ARRAY, (text) => (text === '{}' ? [] : parseTexts(text))],
]);

/** A page has hundreds of instants: a `Date` for each, only to write it out again, costs more than reading the page. */
export const LISTED_TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number) => PARSERS.get(oid) ?? asItIs) as CustomTypesConfig['getTypeParser'],
};

/** The id of a listed lead, and the settings it was taken in with. */
export const idOf = (row: ListedRow): string => row[1];
export const settingsOf = (row: ListedRow): string | null => row[30];
/** Epoch ms. */
export const createdAtOf = (row: ListedRow): number => Date.parse(row[21]);
export const deadlineAtOf = (row: ListedRow): number => Date.parse(row[24]);

/** The same as `leadView`, straight from a row. */
export function listedLead(row: ListedRow, calendar: OpeningCalendar, atMs: number): LeadView {
  const status = row[17];
  const deadlineAt = row[24];
  const paused = row[25] !== null;
  const deadlineMs = paused ? 0 : Date.parse(deadlineAt);
  const remainingMs = paused ? Number(row[26] ?? 0) : openTimeBetween(calendar, atMs, deadlineMs);
  return {
    id: row[1],
    code: row[2],
    pointOfSaleId: row[3],
    type: row[4],
    source: { name: row[5], category: row[6] },
    tags: row[7],
    contact: { firstName: row[8], lastName: row[9], email: row[10], phone: row[11] },
    message: row[12],
    vehicle: row[13],
    tradeIns: row[14] ?? [],
    externalId: row[15],
    assigneeId: row[16],
    status,
    closeReason: row[18],
    contactStatus: row[19],
    contactStatusDetail: row[20],
    externalStatus: null,
    callTracking: { available: false, status: null, label: null },
    createdAt: row[21],
    receivedAt: row[22],
    lastActivityAt: row[23],
    deadlineAt,
    remainingSeconds: Math.ceil(remainingMs / 1000),
    paused,
    pauseReasons: row[27],
    overdue: status === 'IN_PROGRESS' && !paused && atMs >= deadlineMs,
    handledAt: row[28],
    reminders: row[29].map(({ number, dueAt, sentAt, missedAt }) => ({ number, dueAt, sentAt, missedAt })),
    opportunityId: null,
  };
}
