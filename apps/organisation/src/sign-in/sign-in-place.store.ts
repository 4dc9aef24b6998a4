import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { SqlReader } from '../requests/keyset-page';

/**
 * Places from which an account has signed in, or chosen a password by a link: what strangers try elsewhere does not
 * keep its owner out there. Only a hash of e-mail and address is kept.
 */
export function signInPlace(email: string, address: string): string {
  const text = ['sign-in/place', email.toLowerCase(), address.toLowerCase()].join('\n');
  return createHash('sha256').update(text).digest('hex');
}

export async function isKnownPlace(sql: SqlReader, place: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(`SELECT 1 FROM organisation.sign_in_place WHERE place_hash = $1`, [
    place,
  ]);
  return rows.length === 1;
}

export async function rememberPlace(tx: EntityManager, place: string): Promise<void> {
  await tx.query(
    `INSERT INTO organisation.sign_in_place (place_hash) VALUES ($1)
     ON CONFLICT (place_hash) DO UPDATE SET seen_at = EXCLUDED.seen_at`,
    [place],
  );
}
