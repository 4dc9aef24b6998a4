import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A first refresh token: 32 random bytes in base64url. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it. A fast hash is enough for 256 random bits. */
export function hashRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Derives from a refresh token the one that follows it: the same each time, so that two tabs which present one token at
 * once get one successor, without any token being stored (docs/decisions/0010). Only who knows the secret can.
 */
export class RefreshTokenSuccession {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(
      hkdfSync('sha256', secret, '', 'relance/organisation/refresh-token-succession', 32),
    );
  }

  after(token: string): string {
    return createHmac('sha256', this.#key).update(token).digest('base64url');
  }
}
