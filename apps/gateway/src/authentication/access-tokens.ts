import { DEFAULT_PERMISSIONS, ROLES } from '@relance/contracts-organisation';
import { UnauthenticatedError } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { Recent } from './recent';

const ISSUER = 'relance-organisation';
const AUDIENCE = 'relance';
const MAX_REMEMBERED = 10_000;

/** What organisation puts into an access token. `pos` are the ids of the points of sale the person may touch. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  name: z.string(),
  role: z.enum(ROLES),
  pos: z.union([z.literal('ALL'), z.array(z.string())]),
  sid: z.string().min(1),
  exp: z.number(),
});

/** Reads the access tokens people bring; a signature is checked once and remembered until it expires. */
export class AccessTokens {
  private readonly key: Uint8Array;
  private readonly checked = new Recent<UserPrincipal>(MAX_REMEMBERED);

  constructor(secret: string) {
    this.key = new TextEncoder().encode(secret);
  }

  /** The person of a token checked before and still good. */
  remembered(token: string): UserPrincipal | undefined {
    return this.checked.get(token);
  }

  /** @throws UnauthenticatedError */
  async principalOf(token: string): Promise<UserPrincipal> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp'],
      });
      const { sub, name, role, pos, exp } = claimsSchema.parse(payload);
      const permissions = DEFAULT_PERMISSIONS[role];
      const principal: UserPrincipal = {
        kind: 'user',
        userId: sub,
        name,
        role,
        pointOfSaleIds: pos,
        permissions,
      };
      this.checked.set(token, principal, exp * 1000);
      return principal;
    } catch {
      throw new UnauthenticatedError('The access token is not valid, or not any more.');
    }
  }
}
