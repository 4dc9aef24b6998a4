import type { EventActor, SqlRunner } from '@relance/event-log';
import { LEAD_COLUMNS, leadFromRow, type LeadRow } from '../lead-page/lead-row';
import type { Lead } from '../lead-page/lead-view';
import type { KnownLead } from './known-lead';

type Row = LeadRow & { asked: string; received_by: EventActor | null; contact_edited: boolean };

/** The leads that the external ids of these stand for, by the id of the one that was not taken in. */
export async function findKnownLeads(sql: SqlRunner, leads: Lead[]): Promise<Map<string, KnownLead>> {
  if (leads.length === 0) return new Map();
  const rows = (await sql.query(
    `SELECT ${LEAD_COLUMNS}, asked.id AS asked,
            (SELECT e.actor FROM leads.event e
              WHERE e.subject = l.id AND e.type = 'lead.received' ORDER BY e.position LIMIT 1) AS received_by,
            EXISTS (SELECT 1 FROM leads.event e
              WHERE e.subject = l.id AND e.type = 'lead.contactEdited' AND e.data -> 'fields' ?| '{email,phone}') AS contact_edited
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS asked(id, place, source, external_id)
       JOIN leads.lead l ON l.taken_in_at = asked.place AND lower(l.source_name) = lower(asked.source)
                        AND l.external_id = asked.external_id
       JOIN leads.contact c ON c.lead_id = l.id`,
    [
      leads.map(({ id }) => id),
      leads.map(({ pointOfSaleId }) => pointOfSaleId),
      leads.map(({ sourceName }) => sourceName),
      leads.map(({ externalId }) => externalId),
    ],
  )) as Row[];
  return new Map(
    rows.map((row) => [
      row.asked,
      { lead: leadFromRow(row), receivedBy: row.received_by, contactEdited: row.contact_edited },
    ]),
  );
}
