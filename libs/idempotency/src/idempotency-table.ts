/** The DDL below, as two lists for a migration's `up` and `down`. */
export type TableSql = { up: string[]; down: string[] };

/**
 * The table of answered requests, one per schema. Columns, for statements that insert the row themselves:
 *
 * | column | holds |
 * |---|---|
 * | `principal` | `principalId(principal)`, e.g. `apiKey:<id>` |
 * | `operation` | the name of the operation, e.g. `leads.take-in` |
 * | `key` | the caller's `Idempotency-Key` |
 * | `request_hash` | `requestHash(...)`, 32 bytes |
 * | `status` | HTTP status of the answer; null only inside the transaction that computes it |
 * | `body` | the answer as JSON text, given back as it was |
 * | `created_at` | default `now()`; the row is purged 48 h later |
 *
 * The primary key is what makes a concurrent twin wait until the first transaction ends.
 */
export function idempotencyTableSql(schema: string): TableSql {
  return {
    up: [
      `CREATE TABLE "${schema}".idempotency_key (
        principal text NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status smallint,
        body json,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (principal, operation, key)
      ) WITH (fillfactor = 70)`,
      `CREATE INDEX idempotency_key_created_at ON "${schema}".idempotency_key USING brin (created_at)`,
    ],
    down: [`DROP TABLE "${schema}".idempotency_key`],
  };
}
