import { randomBytes } from 'node:crypto';

const TOKEN_BYTES = 18;

/** A new form token: 144 random bits in 24 characters. It is public, but cannot be guessed. */
export function newFormToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
