/**
 * Statements that create the append-only event log of one schema.
 *
 * `transaction_id` is what makes reading safe: positions are given when a row is inserted, not when it
 * commits, so a reader that followed positions alone could step over a slower transaction for ever.
 */
export function eventLogTableSql(schema: string): string[] {
  return [
    `CREATE TABLE ${schema}.event (
       position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
       type text NOT NULL,
       version smallint NOT NULL DEFAULT 1,
       subject uuid NOT NULL,
       occurred_at timestamptz(3) NOT NULL,
       recorded_at timestamptz(3) NOT NULL DEFAULT now(),
       actor jsonb,
       correlation_id text,
       data jsonb NOT NULL
     )`,
    `CREATE INDEX event_commit_order ON ${schema}.event (transaction_id, position)`,
    `CREATE INDEX event_of_subject ON ${schema}.event (subject, position DESC)`,
    `REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.event FROM relance_${schema}`,
  ];
}

export function dropEventLogTableSql(schema: string): string[] {
  return [`DROP TABLE ${schema}.event`];
}
