import type { EntityManager } from 'typeorm';

/**
 * Makes the writers of one subject take turns, from before their first write: the order in the event log, which is that
 * of transaction ids, is then the order in which they changed it. Held until the transaction ends.
 */
export async function lockSubject(tx: EntityManager, subject: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
}

/**
 * The same for many subjects at once. They are locked in the order given: that of their ids, in everything that locks
 * several, or two of them could wait for each other.
 */
export async function lockSubjects(tx: EntityManager, subjects: readonly string[]): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id', [
    subjects,
  ]);
}
