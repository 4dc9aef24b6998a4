import { Inject, Injectable } from '@nestjs/common';
import type { LeadChange, LeadChangesPage, LeadEvents } from '@relance/contracts-leads';
import { pgPool } from '@relance/database';
import { BEGINNING, latestCursor, parseEventCursor, type EventCursor } from '@relance/event-log';
import { DataSource } from 'typeorm';

type ChangeRow = {
  cursor: EventCursor;
  type: keyof LeadEvents;
  occurred_at: Date;
  lead_id: string | null;
  point_of_sale_id: string | null;
  previous_point_of_sale_id: string | null;
};

/**
 * What changed, for those who show leads at this moment: which lead, where it is now, where it was. In the order of
 * commits, as `readEvents` of the event log, and without what the events say: whoever is told reads the lead again.
 */
@Injectable()
export class LeadChangesFeed {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** A page without changes that ends where the log ends now. */
  async end(): Promise<LeadChangesPage> {
    return { changes: [], next: await latestCursor(this.dataSource, 'leads'), more: false };
  }

  /** Up to `limit` events after a cursor. The point of sale is the lead's at the moment of the question. */
  async after(cursor: EventCursor, limit: number): Promise<LeadChangesPage> {
    const { transactionId, position } = parseEventCursor(cursor);
    const { rows } = await pgPool(this.dataSource).query<ChangeRow>({
      name: 'lead-changes',
      text: CHANGES,
      values: [transactionId, position, limit],
    });
    return {
      changes: rows.flatMap(changeOf),
      next: rows.at(-1)?.cursor ?? cursor,
      more: rows.length === limit,
    };
  }
}

/** Where a reader begins that wants all there ever was. */
export const FIRST_CHANGE = BEGINNING;

/** The conditions are those of `readEvents`: nothing of a transaction that an older running one could overtake. */
const CHANGES = `
WITH page AS MATERIALIZED (
  SELECT e.transaction_id, e.position, e.type, e.subject, e.occurred_at,
         CASE WHEN e.type = 'leads.settingsSaved' THEN e.subject END AS settings_of,
         CASE WHEN e.type = 'lead.assigned' THEN (e.data ->> 'previousPointOfSaleId')::uuid END AS moved_from
    FROM leads.event e
   WHERE (e.transaction_id, e.position) > ($1::xid8, $2::bigint)
     AND e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY e.transaction_id, e.position
   LIMIT $3
)
SELECT p.transaction_id || '-' || p.position AS cursor, p.type, p.occurred_at, l.id AS lead_id,
       coalesce(l.point_of_sale_id, p.settings_of) AS point_of_sale_id,
       nullif(p.moved_from, l.point_of_sale_id) AS previous_point_of_sale_id
  FROM page p LEFT JOIN leads.lead l ON l.id = p.subject
 ORDER BY p.transaction_id, p.position`;

function changeOf(row: ChangeRow): LeadChange[] {
  // Neither of a lead that is there nor of the settings of a point of sale: nobody can be shown it.
  if (row.point_of_sale_id === null) return [];
  return [
    {
      cursor: row.cursor,
      event: row.type,
      at: row.occurred_at.toISOString(),
      leadId: row.lead_id,
      pointOfSaleId: row.point_of_sale_id,
      previousPointOfSaleId: row.previous_point_of_sale_id,
    },
  ];
}
