import type { EventActor } from './append-event';

/** A place in a log, in commit order: `<transaction>-<position>`. Opaque to clients. */
export type EventCursor = string;

/** Before the first event. */
export const BEGINNING: EventCursor = '0-0';

export type StoredEvent = {
  cursor: EventCursor;
  position: string;
  type: string;
  version: number;
  subject: string;
  occurredAt: string;
  actor: EventActor | null;
  correlationId: string | null;
  data: unknown;
};

/** Anything that runs a parameterised statement: an EntityManager, a DataSource, a pool wrapped in a function. */
export type SqlRunner = { query(sql: string, parameters?: unknown[]): Promise<unknown> };

/** Thrown when a cursor is not one that this log gave out. */
export class InvalidEventCursorError extends Error {
  constructor(readonly cursor: string) {
    super('The event cursor is not valid.');
    this.name = 'InvalidEventCursorError';
  }
}

export function parseEventCursor(cursor: EventCursor): { transactionId: string; position: string } {
  const match = /^(\d{1,20})-(\d{1,19})$/.exec(cursor);
  if (!match) throw new InvalidEventCursorError(cursor);
  return { transactionId: match[1]!, position: match[2]! };
}

type EventRow = {
  transaction_id: string;
  position: string;
  type: string;
  version: number;
  subject: string;
  occurred_at: Date;
  actor: EventActor | null;
  correlation_id: string | null;
  data: unknown;
};

/**
 * Reads up to `limit` events after `cursor`, in commit order. Only events of transactions older than every
 * running one are given, so that no gap can be skipped and no order inverted by concurrent commits.
 */
export async function readEvents(
  sql: SqlRunner,
  schema: string,
  cursor: EventCursor,
  limit: number,
): Promise<StoredEvent[]> {
  const after = parseEventCursor(cursor);
  const rows = (await sql.query(
    // Qualified: a bare name would mean the text of the output column, in which '1000' stands before '999'.
    `SELECT e.transaction_id::text, e.position, e.type, e.version, e.subject, e.occurred_at, e.actor, e.correlation_id,
            e.data
       FROM ${schema}.event e
      WHERE (e.transaction_id, e.position) > ($1::xid8, $2::bigint)
        AND e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY e.transaction_id, e.position
      LIMIT $3`,
    [after.transactionId, after.position, limit],
  )) as EventRow[];
  return rows.map((row) => ({
    cursor: `${row.transaction_id}-${row.position}`,
    position: row.position,
    type: row.type,
    version: row.version,
    subject: row.subject,
    occurredAt: row.occurred_at.toISOString(),
    actor: row.actor,
    correlationId: row.correlation_id,
    data: row.data,
  }));
}

/**
 * Whether {@link readEvents} gives every event committed by now. It does not while one that was committed waits for an
 * older transaction, of whatever kind, to end.
 */
export async function isSettled(sql: SqlRunner, schema: string): Promise<boolean> {
  const rows = (await sql.query(
    `SELECT NOT EXISTS (
       SELECT 1 FROM ${schema}.event WHERE transaction_id >= pg_snapshot_xmin(pg_current_snapshot())
     ) AS settled`,
  )) as { settled: boolean }[];
  return rows[0]!.settled;
}

/**
 * Since when events wait after a cursor at which {@link readEvents} gives none: the oldest one that an older transaction
 * holds back. Undefined when there is none.
 */
export async function heldBackSince(
  sql: SqlRunner,
  schema: string,
  cursor: EventCursor,
): Promise<Date | undefined> {
  const after = parseEventCursor(cursor);
  const rows = (await sql.query(
    `SELECT e.recorded_at FROM ${schema}.event e
      WHERE (e.transaction_id, e.position) > ($1::xid8, $2::bigint)
      ORDER BY e.transaction_id, e.position LIMIT 1`,
    [after.transactionId, after.position],
  )) as { recorded_at: Date }[];
  return rows[0]?.recorded_at;
}

/** The cursor of the newest readable event, for measuring how far behind a reader is. */
export async function latestCursor(sql: SqlRunner, schema: string): Promise<EventCursor> {
  const rows = (await sql.query(
    `SELECT e.transaction_id::text, e.position FROM ${schema}.event e
      WHERE e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY e.transaction_id DESC, e.position DESC LIMIT 1`,
  )) as { transaction_id: string; position: string }[];
  const newest = rows[0];
  return newest ? `${newest.transaction_id}-${newest.position}` : BEGINNING;
}
