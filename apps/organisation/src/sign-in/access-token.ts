import type { Role } from '@relance/contracts-organisation';
import { SignJWT } from 'jose';

const LIFETIME_MS = 15 * 60_000;

/**
 * What an access token says; `pos` holds ids of points of sale, or `"ALL"` for Admin. What the role may is not in it:
 * that can change at any moment.
 */
export type AccessClaims = {
  userId: string;
  name: string;
  role: Role;
  pos: string[] | 'ALL';
  sessionId: string;
  /** See `voidTokensOf`. */
  generation: number;
};

/** Signs the access tokens of people (HS256, 15 minutes), which the gateway verifies. */
export class AccessTokenSigner {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
  }

  async sign(claims: AccessClaims): Promise<{ accessToken: string; expiresAt: Date }> {
    const issuedAtSeconds = Math.floor(Date.now() / 1000);
    const expiresAt = new Date(issuedAtSeconds * 1000 + LIFETIME_MS);
    const accessToken = await new SignJWT({
      name: claims.name,
      role: claims.role,
      pos: claims.pos,
      sid: claims.sessionId,
      gen: claims.generation,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(claims.userId)
      .setIssuer('relance-organisation')
      .setAudience('relance')
      .setIssuedAt(issuedAtSeconds)
      .setExpirationTime(expiresAt)
      .sign(this.#key);
    return { accessToken, expiresAt };
  }
}
