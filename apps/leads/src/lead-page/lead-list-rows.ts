import type { ContactStatus, LeadStatus, PauseReason } from '@relance/contracts-leads';
import { types, type CustomTypesConfig } from 'pg';
import type { NewLeadVehicle } from '../intake/new-lead.schema';
import type { ReminderRecord } from '../lifecycle/lead-record';
import { isoInstant } from './iso-instant';
import type { LeadView } from './lead.schema';

/**
 * What changes with each update of a lead, or of its contact: the transaction that wrote the row. Of a lead that is in memory
 * nothing else is read.
 */
export const VERSION_COLUMNS = 'l.id, l.xmin, c.xmin';
export type VersionRow = [total: number | null, id: string, leadVersion: string, contactVersion: string];

/** What a list reads of a lead, for `FROM leads.lead l JOIN leads.contact c ON c.lead_id = l.id`: no more than it shows. */
export const LISTED_COLUMNS = `l.id, l.code, l.point_of_sale_id, l.type, l.source_name, l.source_category, l.tags,
  c.first_name, c.last_name, c.email, c.phone, l.message, l.vehicle, l.trade_ins, l.external_id, l.assignee_id, l.status,
  l.close_reason, l.contact_status, l.contact_status_detail, l.created_at, l.received_at, l.last_activity_at, l.deadline_at,
  l.paused_at, l.remaining_ms, l.pause_reasons, l.handled_at, l.reminders, l.settings_id,
  l.xmin, c.xmin`;

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
  leadVersion: string,
  contactVersion: string,
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
