import type { EntityManager } from 'typeorm';

/** Who caused an event; people and keys by id, never by name. */
export type EventActor = { kind: 'user' | 'apiKey' | 'service' | 'system'; id: string | null };

export type NewEvent = {
  /** `subject.whatHappened`, in the past tense. */
  type: string;
  /** Version of the shape of `data`; grows when that shape changes. */
  version: number;
  /** Id of what the event is about; its events are read in order. */
  subject: string;
  occurredAt: Date;
  actor?: EventActor;
  /** Plain and versioned; ids rather than rows. */
  data: object;
  correlationId?: string;
};

/**
 * Appends one event in the caller's transaction, which is required: a row and its event commit together or not at all.
 */
export async function appendEvent(tx: EntityManager, schema: string, event: NewEvent): Promise<void> {
  await tx.query(
    `INSERT INTO ${schema}.event (type, version, subject, occurred_at, actor, correlation_id, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      event.type,
      event.version,
      event.subject,
      event.occurredAt,
      event.actor ? JSON.stringify(event.actor) : null,
      event.correlationId ?? null,
      JSON.stringify(event.data),
    ],
  );
}
