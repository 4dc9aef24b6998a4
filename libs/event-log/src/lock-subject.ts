import type { EntityManager } from 'typeorm';

/**
 * Makes the writers of one subject take turns, from before their first write: the order in the event log, which is that
 * of transaction ids, is then the order in which they changed it. Held until the transaction ends.
 */
export async function lockSubject(tx: EntityManager, subject: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
}
