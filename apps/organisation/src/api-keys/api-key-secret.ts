import { createHash, randomBytes } from 'node:crypto';

/** Every key starts so, which lets people and secret scanners recognise one. */
const PREFIX = 'rlk_';

/** A new key: 32 random bytes, written in base64url behind `rlk_`. */
export function newApiKeySecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/**
 * What is stored of a key, and what the gateway asks with: its SHA-256 in hexadecimal. A fast hash is enough
 * for 256 random bits.
 */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
