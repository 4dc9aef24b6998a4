import type { Client } from 'pg';
import { demoPointOfSale } from './demo-group.ts';

/** Gives leads taken in from now on one reminder, at half of this lifetime; the point of sale is always open. */
export async function setLifetime(database: Client, lifetimeMinutes: number): Promise<void> {
  await database.query(
    `INSERT INTO leads.incoming_lead_settings
       (id, point_of_sale_id, version, lifetime_minutes, reminder_enabled, reminder_count, time_zone)
     SELECT gen_random_uuid(), $1, 1 + coalesce(max(version), 0), $2, true, 1, 'Europe/Paris'
       FROM leads.incoming_lead_settings WHERE point_of_sale_id = $1`,
    [demoPointOfSale.id, lifetimeMinutes],
  );
}
