import type { OrganisationEvents } from '@relance/contracts-organisation';
import type { StoredEvent } from '@relance/event-log';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../uuid';

/** Writes what an event of the organisation says into the copies this service keeps; others mean nothing here. */
export async function applyOrganisationEvent(tx: EntityManager, event: StoredEvent): Promise<void> {
  switch (event.type) {
    case 'pointOfSale.saved':
      return savePointOfSale(tx, event.data as OrganisationEvents['pointOfSale.saved']);
    case 'user.saved':
      return saveMember(tx, event.data as OrganisationEvents['user.saved']);
    case 'role.permissionsSaved':
      return saveRole(tx, event.data as OrganisationEvents['role.permissionsSaved']);
    case 'leadSource.saved':
      return saveLeadSource(tx, event.data as OrganisationEvents['leadSource.saved']);
    case 'leadSource.deleted':
      return deleteLeadSource(tx, event.data as OrganisationEvents['leadSource.deleted']);
  }
}

async function savePointOfSale(
  tx: EntityManager,
  { pointOfSale }: OrganisationEvents['pointOfSale.saved'],
): Promise<void> {
  await tx.query(
    `INSERT INTO leads.point_of_sale (id, name, time_zone, country, active) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET name = $2, time_zone = $3, country = $4, active = $5`,
    [pointOfSale.id, pointOfSale.name, pointOfSale.timeZone, pointOfSale.country, pointOfSale.active ?? true],
  );
  // Opening hours are read in the zone of the point of sale: another zone is another version of the settings.
  await tx.query(
    `INSERT INTO leads.incoming_lead_settings
            (id, point_of_sale_id, version, lifetime_minutes, reminder_enabled, reminder_count, opening_hours, time_zone)
     SELECT $3, s.point_of_sale_id, s.version + 1, s.lifetime_minutes, s.reminder_enabled, s.reminder_count,
            s.opening_hours, $2
       FROM leads.incoming_lead_settings s
      WHERE s.point_of_sale_id = $1 AND s.time_zone <> $2
        AND s.version = (SELECT max(version) FROM leads.incoming_lead_settings WHERE point_of_sale_id = $1)`,
    [pointOfSale.id, pointOfSale.timeZone, uuidv7()],
  );
}

async function saveMember(tx: EntityManager, { user }: OrganisationEvents['user.saved']): Promise<void> {
  await tx.query(
    `INSERT INTO leads.member (id, name, email, role, active) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET name = $2, email = $3, role = $4, active = $5`,
    [user.id, user.name, user.email, user.role, user.active],
  );
  await tx.query('DELETE FROM leads.member_point_of_sale WHERE member_id = $1', [user.id]);
  await tx.query(
    `INSERT INTO leads.member_point_of_sale (point_of_sale_id, member_id, lead_types)
     SELECT p.id, $1, p."leadTypes" FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, "leadTypes" text[])`,
    [user.id, JSON.stringify(user.pointsOfSale)],
  );
}

/** Every role may see leads until an Admin decides otherwise (S2.12). */
async function saveRole(
  tx: EntityManager,
  { role, permissions }: OrganisationEvents['role.permissionsSaved'],
): Promise<void> {
  await tx.query(
    permissions.includes('lead.read')
      ? 'DELETE FROM leads.role_without_leads WHERE role = $1'
      : 'INSERT INTO leads.role_without_leads (role) VALUES ($1) ON CONFLICT DO NOTHING',
    [role],
  );
}

async function saveLeadSource(
  tx: EntityManager,
  { leadSource }: OrganisationEvents['leadSource.saved'],
): Promise<void> {
  const { id, name, category, pointOfSaleId, leadType, formToken, thankYouUrl, active } = leadSource;
  await tx.query(
    `INSERT INTO leads.lead_source (id, name, category, point_of_sale_id, lead_type, form_token, thank_you_url, active)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET name = $2, category = $3, point_of_sale_id = $4, lead_type = $5, form_token = $6,
            thank_you_url = $7, active = $8`,
    [id, name, category, pointOfSaleId, leadType, formToken, thankYouUrl, active],
  );
}

async function deleteLeadSource(
  tx: EntityManager,
  { leadSource }: OrganisationEvents['leadSource.deleted'],
): Promise<void> {
  await tx.query('DELETE FROM leads.lead_source WHERE id = $1', [leadSource.id]);
}
