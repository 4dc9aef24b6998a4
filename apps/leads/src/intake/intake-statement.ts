import type { EventActor } from '@relance/event-log';
import type { LeadEvents } from '@relance/contracts-leads';
import type { Lead } from '../lead-page/lead-view';
import { searchText } from './contact-search';

/** The key row that goes in with a lead, so that a retry finds the first answer. */
export type KeyRow = {
  principal: string;
  operation: string;
  key: string;
  requestHash: string;
  status: number;
  body: unknown;
};

export type IntakeRow = {
  lead: Lead;
  event: LeadEvents['lead.received'];
  actor: EventActor;
  correlationId: string | undefined;
  key: KeyRow | undefined;
};

/**
 * Inserts leads, contacts, events and idempotency keys: one statement, so one transaction and one round trip for
 * however many leads came together. A lead whose external id is known already is left out (`ON CONFLICT`); the ids
 * that went in come back. Who sends the same leads at the same instant waits: external ids are taken first, then keys,
 * each in one order, so that nobody waits in a circle.
 */
export const INTAKE_STATEMENT = {
  name: 'intake',
  text: `
WITH input AS (
  SELECT * FROM json_to_recordset($1::json) AS r(
    id uuid, code text, pos uuid, type text, source text, category text, tags text[], message text, vehicle jsonb,
    trade_ins jsonb, external_id text, settings_id uuid, received_at timestamptz, created_at timestamptz,
    lifetime_ms bigint, deadline_at timestamptz, reminders jsonb,
    first_name text, last_name text, email text, phone text, search text,
    actor jsonb, correlation_id text, event jsonb,
    key_principal text, key_operation text, key text, key_hash bytea, key_status smallint, key_body json)
), taken AS (
  INSERT INTO leads.lead (id, code, point_of_sale_id, taken_in_at, type, source_name, source_category, tags, message, vehicle,
    trade_ins, external_id, settings_id, received_at, created_at, last_activity_at, lifetime_ms, deadline_at, reminders)
  SELECT id, code, pos, pos, type, source, category, tags, message, vehicle, trade_ins, external_id, settings_id,
         received_at, created_at, created_at, lifetime_ms, deadline_at, reminders
    FROM input ORDER BY pos, lower(source), external_id
  ON CONFLICT (taken_in_at, lower(source_name), external_id) WHERE external_id IS NOT NULL DO NOTHING
  RETURNING id
), contacts AS (
  INSERT INTO leads.contact (lead_id, first_name, last_name, email, phone, search)
  SELECT id, first_name, last_name, email, phone, array_to_tsvector(string_to_array(search, ' '))
    FROM input JOIN taken USING (id)
), events AS (
  INSERT INTO leads.event (type, version, subject, occurred_at, actor, correlation_id, data)
  SELECT 'lead.received', 1, id, created_at, actor, correlation_id, event FROM input JOIN taken USING (id)
), keys AS (
  INSERT INTO leads.idempotency_key (principal, operation, key, request_hash, status, body)
  SELECT key_principal, key_operation, key, key_hash, key_status, key_body
    FROM input JOIN taken USING (id) WHERE key IS NOT NULL ORDER BY key_principal, key_operation, key
)
SELECT id FROM taken`,
};

/** The parameter of {@link INTAKE_STATEMENT}. */
export function intakeParameter(rows: IntakeRow[]): string {
  return JSON.stringify(rows.map(columns));
}

function columns({ lead, event, actor, correlationId, key }: IntakeRow): object {
  return {
    id: lead.id,
    code: lead.code,
    pos: lead.pointOfSaleId,
    type: lead.type,
    source: lead.sourceName,
    category: lead.sourceCategory,
    tags: lead.tags,
    message: lead.message,
    vehicle: lead.vehicle,
    trade_ins: lead.tradeIns,
    external_id: lead.externalId,
    settings_id: lead.settingsId,
    received_at: lead.receivedAt,
    created_at: lead.createdAt,
    lifetime_ms: lead.lifetimeMs,
    deadline_at: lead.deadlineAt,
    reminders: lead.reminders,
    first_name: lead.contact.firstName,
    last_name: lead.contact.lastName,
    email: lead.contact.email,
    phone: lead.contact.phone,
    search: searchText({ ...lead.contact, code: lead.code }),
    actor,
    correlation_id: correlationId,
    event,
    ...(key && {
      key_principal: key.principal,
      key_operation: key.operation,
      key: key.key,
      key_hash: key.requestHash,
      key_status: key.status,
      key_body: key.body,
    }),
  };
}
