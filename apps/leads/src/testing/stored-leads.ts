import { DEFAULT_PERMISSIONS, type LeadType, type Role } from '@relance/contracts-organisation';
import type { UserPrincipal } from '@relance/service-token';
import type { DataSource } from 'typeorm';
import type { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { searchText } from '../intake/contact-search';
import { uuidv7 } from '../uuid';

/** What a test says of a lead; the rest is that of a new one, ten minutes long. */
export type StoredLead = {
  id?: string;
  pointOfSaleId: string;
  createdAt: Date;
  deadlineAt?: Date;
  type?: LeadType;
  source?: string;
  tags?: string[];
  assigneeId?: string | null;
  status?: string;
  contactStatus?: string;
  pausedAt?: Date | null;
  remainingMs?: number | null;
  settingsId?: string | null;
  reminders?: object[];
  contact?: { firstName?: string; lastName?: string; email?: string; phone?: string };
};

let lastCode = 0;

/** Puts leads into the database, past intake. @returns their ids, in the order given */
export async function storeLeads(dataSource: DataSource, leads: StoredLead[]): Promise<string[]> {
  const rows = leads.map((lead) => {
    const code = `L-2026-${String(++lastCode).padStart(6, '0')}`;
    const contact = { firstName: null, lastName: null, email: null, phone: null, ...lead.contact };
    return {
      ...{ id: uuidv7(), type: 'VN', source: 'Site web', tags: [], reminders: [], status: 'IN_PROGRESS' },
      ...{ contactStatus: 'TO_CONTACT', deadlineAt: new Date(lead.createdAt.getTime() + 600_000) },
      ...lead,
      ...contact,
      code,
      search: searchText({ ...contact, code }),
    };
  });
  const json = JSON.stringify(rows);
  await dataSource.query(
    `INSERT INTO leads.lead (id, code, point_of_sale_id, taken_in_at, type, source_name, tags, assignee_id, status, contact_status,
       received_at, created_at, last_activity_at, settings_id, lifetime_ms, deadline_at, paused_at, remaining_ms, reminders)
     SELECT id, code, "pointOfSaleId", "pointOfSaleId", type, source, tags, "assigneeId", status, "contactStatus", "createdAt", "createdAt",
            "createdAt", "settingsId", 600000, "deadlineAt", "pausedAt", "remainingMs", reminders
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, code text, "pointOfSaleId" uuid, type text, source text,
            tags text[], "assigneeId" uuid, status text, "contactStatus" text, "createdAt" timestamptz,
            "settingsId" uuid, "deadlineAt" timestamptz, "pausedAt" timestamptz, "remainingMs" bigint, reminders jsonb)`,
    [json],
  );
  await dataSource.query(
    `INSERT INTO leads.contact (lead_id, first_name, last_name, email, phone, search)
     SELECT id, "firstName", "lastName", email, phone, array_to_tsvector(string_to_array(search, ' '))
       FROM jsonb_to_recordset($1::jsonb)
         AS r(id uuid, "firstName" text, "lastName" text, email text, phone text, search text)`,
    [json],
  );
  return rows.map(({ id }) => id);
}

/** A new point of sale, as the organisation's feed would have told it. */
export async function storePointOfSale(dataSource: DataSource, name: string, active = true): Promise<string> {
  const id = uuidv7();
  await dataSource.query(
    `INSERT INTO leads.point_of_sale (id, name, time_zone, country, active) VALUES ($1, $2, 'Europe/Paris', 'FR', $3)`,
    [id, name, active],
  );
  return id;
}

/** Somebody with this role and what it may by default. */
export function person(role: Role, pointOfSaleIds: string[] | 'ALL'): UserPrincipal {
  const permissions = DEFAULT_PERMISSIONS[role];
  return { kind: 'user', userId: uuidv7(), name: 'Ada', role, pointOfSaleIds, permissions };
}

/** A feed with nothing new in it. */
export const silentFeed = { catchUp: () => Promise.resolve() } as unknown as OrganisationFeed;

/** Somebody of these points of sale, as the organisation's feed would have told them. */
export async function storeMember(
  dataSource: DataSource,
  who: UserPrincipal,
  name = who.name,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO leads.member (id, name, email, role, active) VALUES ($1, $2, $3, $4, true)`,
    [who.userId, name, `${who.userId}@example.com`, who.role],
  );
  if (who.pointOfSaleIds === 'ALL') return;
  await dataSource.query(
    `INSERT INTO leads.member_point_of_sale (point_of_sale_id, member_id, lead_types)
     SELECT place, $1, '{VN,VO}' FROM unnest($2::uuid[]) AS place`,
    [who.userId, who.pointOfSaleIds],
  );
}
