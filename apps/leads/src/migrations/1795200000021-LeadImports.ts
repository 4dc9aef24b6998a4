import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of leads that are imported in the background: their bytes, how far they are, and the lines that were rejected. */
export class LeadImports1795200000021 implements MigrationInterface {
  name = 'LeadImports1795200000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leads.lead_import_rejection, leads.lead_import_chunk, leads.lead_import');
  }
}

const statements = [
  `CREATE TABLE leads.lead_import (
     id uuid PRIMARY KEY,
     status text NOT NULL,
     created_by uuid NOT NULL,
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     file_name text NOT NULL,
     size_bytes bigint NOT NULL DEFAULT 0,
     columns jsonb NOT NULL DEFAULT '[]',
     -- What rows may be taken in for: the one asked for, and those its owner has when it starts (null: all).
     point_of_sale_id uuid NOT NULL,
     allowed_point_of_sale_ids uuid[],
     mapping jsonb,
     defaults jsonb,
     correlation_id text,
     started_at timestamptz(3),
     ended_at timestamptz(3),
     failure text,
     -- How far it is; moves in the transaction that writes the leads, so that no line is lost or taken twice.
     through_line integer NOT NULL DEFAULT 0,
     read_bytes bigint NOT NULL DEFAULT 0,
     accepted integer NOT NULL DEFAULT 0,
     rejected integer NOT NULL DEFAULT 0,
     touched_at timestamptz(3) NOT NULL DEFAULT now(),
     -- When its workflow was last seen to: what Temporal's absence delays and nothing loses.
     dispatched_at timestamptz(3),
     purged_at timestamptz(3)
   ) WITH (fillfactor = 50)`,
  `CREATE INDEX lead_import_by_owner ON leads.lead_import (created_by, created_at, id)`,
  `CREATE INDEX lead_import_by_creation ON leads.lead_import (created_at, id)`,
  `CREATE INDEX lead_import_running ON leads.lead_import (started_at) WHERE status = 'RUNNING'`,
  `CREATE TABLE leads.lead_import_chunk (
     import_id uuid NOT NULL REFERENCES leads.lead_import ON DELETE CASCADE,
     number integer NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (import_id, number)
   )`,
  `CREATE TABLE leads.lead_import_rejection (
     import_id uuid NOT NULL REFERENCES leads.lead_import ON DELETE CASCADE,
     line integer NOT NULL,
     fields text[] NOT NULL,
     reason text NOT NULL,
     PRIMARY KEY (import_id, line)
   )`,
];
