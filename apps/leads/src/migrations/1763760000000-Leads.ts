import { dropEventLogTableSql, eventLogTableSql } from '@relance/event-log';
import { idempotencyTableSql } from '@relance/idempotency';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leads, their contacts and clocks, what is known of the organisation, and the event log. */
export class Leads1763760000000 implements MigrationInterface {
  name = 'Leads1763760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...projection, ...settings, ...leads, ...reminders])
      await runner.query(statement);
    for (const statement of eventLogTableSql('leads')) await runner.query(statement);
    for (const statement of idempotencyTableSql('leads').up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of idempotencyTableSql('leads').down) await runner.query(statement);
    for (const statement of dropEventLogTableSql('leads')) await runner.query(statement);
    await runner.query(
      `DROP TABLE leads.reminder_delivery, leads.appointment, leads.contact, leads.lead,
                  leads.incoming_lead_settings, leads.member_point_of_sale, leads.member,
                  leads.point_of_sale, leads.follower_cursor`,
    );
    await runner.query('DROP SEQUENCE leads.lead_code');
  }
}

/** Copies of the organisation's records, kept by following its feed. */
const projection = [
  `CREATE TABLE leads.point_of_sale (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     time_zone text NOT NULL,
     country text NOT NULL
   )`,
  `CREATE TABLE leads.member (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     email text NOT NULL,
     role text NOT NULL,
     active boolean NOT NULL
   )`,
  `CREATE TABLE leads.member_point_of_sale (
     point_of_sale_id uuid NOT NULL,
     member_id uuid NOT NULL REFERENCES leads.member ON DELETE CASCADE,
     lead_types text[] NOT NULL,
     PRIMARY KEY (point_of_sale_id, member_id)
   )`,
  `CREATE INDEX member_point_of_sale_of_member ON leads.member_point_of_sale (member_id)`,
  `CREATE TABLE leads.follower_cursor (
     follower text PRIMARY KEY,
     cursor text NOT NULL,
     moved_at timestamptz(3) NOT NULL DEFAULT now()
   )`,
];

/** Versions of the settings are kept: a lead keeps the calendar it was taken in with (D6). */
const settings = [
  `CREATE TABLE leads.incoming_lead_settings (
     id uuid PRIMARY KEY,
     point_of_sale_id uuid NOT NULL,
     version integer NOT NULL,
     lifetime_minutes integer NOT NULL,
     reminder_enabled boolean NOT NULL,
     reminder_count smallint NOT NULL,
     opening_hours jsonb,
     time_zone text NOT NULL,
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     created_by uuid,
     UNIQUE (point_of_sale_id, version)
   )`,
];

const leads = [
  `CREATE SEQUENCE leads.lead_code`,
  `CREATE TABLE leads.lead (
     id uuid PRIMARY KEY,
     code text NOT NULL,
     point_of_sale_id uuid NOT NULL,
     type text NOT NULL,
     source_name text NOT NULL,
     source_category text,
     tags text[] NOT NULL DEFAULT '{}',
     message text,
     vehicle jsonb,
     trade_ins jsonb,
     external_id text,
     assignee_id uuid,
     status text NOT NULL DEFAULT 'IN_PROGRESS',
     contact_status text NOT NULL DEFAULT 'TO_CONTACT',
     contact_status_detail text,
     received_at timestamptz(3) NOT NULL,
     created_at timestamptz(3) NOT NULL,
     last_activity_at timestamptz(3) NOT NULL,
     settings_id uuid,
     lifetime_ms bigint NOT NULL,
     deadline_at timestamptz(3) NOT NULL,
     paused_at timestamptz(3),
     remaining_ms bigint,
     pause_reasons text[] NOT NULL DEFAULT '{}',
     reminders jsonb NOT NULL DEFAULT '[]',
     overdue_at timestamptz(3),
     handled_at timestamptz(3),
     closed_at timestamptz(3),
     close_reason text,
     version integer NOT NULL DEFAULT 1
   ) WITH (fillfactor = 90, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05)`,
  `CREATE UNIQUE INDEX lead_external_id ON leads.lead (point_of_sale_id, lower(source_name), external_id)
     WHERE external_id IS NOT NULL`,
  // What lists walk, gather and count by, without a visit to the rows: see lead-page/lead-list-sql.ts.
  `CREATE INDEX lead_by_creation ON leads.lead (status, created_at, id) INCLUDE (deadline_at)`,
  `CREATE INDEX lead_of_point_of_sale_by_creation ON leads.lead (point_of_sale_id, status, created_at, id)
     INCLUDE (type, assignee_id, deadline_at, paused_at)`,
  `CREATE INDEX lead_by_deadline ON leads.lead (status, deadline_at, id)`,
  `CREATE INDEX lead_of_point_of_sale_by_deadline ON leads.lead (point_of_sale_id, status, deadline_at, id)`,
  `CREATE INDEX lead_running_by_deadline ON leads.lead (point_of_sale_id, deadline_at, id)
     INCLUDE (created_at, type, assignee_id) WHERE status = 'IN_PROGRESS' AND paused_at IS NULL`,
  `CREATE INDEX lead_of_assignee ON leads.lead (assignee_id, created_at, id)
     INCLUDE (point_of_sale_id, status, type, deadline_at, paused_at) WHERE assignee_id IS NOT NULL`,
  // The name itself is there because PostgreSQL does not answer for lower(name) from an index that lacks it.
  `CREATE INDEX lead_by_source ON leads.lead (point_of_sale_id, lower(source_name), created_at, id)
     INCLUDE (source_name, status, type, assignee_id, deadline_at)`,
  `CREATE INDEX lead_by_tag ON leads.lead USING gin (tags) WHERE tags <> '{}'`,
  `CREATE TABLE leads.contact (
     lead_id uuid PRIMARY KEY REFERENCES leads.lead ON DELETE CASCADE,
     first_name text,
     last_name text,
     email text,
     phone text,
     search tsvector NOT NULL
   )`,
  `CREATE INDEX contact_search ON leads.contact USING gin (search)`,
  `CREATE TABLE leads.appointment (
     id uuid PRIMARY KEY,
     lead_id uuid NOT NULL REFERENCES leads.lead ON DELETE CASCADE,
     at timestamptz(3) NOT NULL,
     booked_by uuid,
     booked_at timestamptz(3) NOT NULL,
     cancelled_at timestamptz(3)
   )`,
  `CREATE INDEX appointment_of_lead ON leads.appointment (lead_id) WHERE cancelled_at IS NULL`,
];

/** One row for each e-mail a reminder owes; the key is what keeps it from leaving twice (S1.6). */
const reminders = [
  `CREATE TABLE leads.reminder_delivery (
     lead_id uuid NOT NULL REFERENCES leads.lead ON DELETE CASCADE,
     number smallint NOT NULL,
     recipient_id uuid NOT NULL,
     claimed_at timestamptz(3) NOT NULL DEFAULT now(),
     sent_at timestamptz(3),
     PRIMARY KEY (lead_id, number, recipient_id)
   )`,
];
