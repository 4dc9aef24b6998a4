import { createHash, randomBytes } from 'node:crypto';

/** A new token of a link: 32 random bytes in base64url. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it. A fast hash is enough for 256 random bits. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
