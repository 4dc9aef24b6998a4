import { hash, verify, type Options } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** Argon2id, 19 MiB, two passes, one lane: the OWASP recommendation. It is computed off the event loop. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password typed on different keyboards is one password. */
function canonical(password: string): string {
  return password.normalize('NFC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), ARGON2ID);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (nobody has that e-mail) the answer is no, after the
 * same work: how long a sign-in takes does not tell who exists.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('base64url'));
  const dummy = await nobody;
  const matches = await verify(passwordHash ?? dummy, canonical(password));
  return passwordHash !== null && matches;
}
