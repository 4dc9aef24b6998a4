import { ROLES } from '@relance/contracts-organisation';
import { UnauthenticatedError } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { AccessRules, TokenOrigin } from './access-rules';
import type { CurrentAccessRules } from './current-access-rules';
import { Recent } from './recent';

const ISSUER = 'relance-organisation';
const AUDIENCE = 'relance';
const MAX_REMEMBERED = 10_000;

/**
 * What organisation puts into an access token. `pos` are the ids of the points of sale the person may touch, `gen` grows
 * whenever the tokens they hold are made void.
 */
const claimsSchema = z.object({
  sub: z.string().min(1),
  name: z.string(),
  role: z.enum(ROLES),
  pos: z.union([z.literal('ALL'), z.array(z.string())]),
  sid: z.string().min(1),
  gen: z.int().default(0),
  exp: z.number(),
});

type Claims = z.output<typeof claimsSchema>;

/** A token whose signature is good, and whom it lets in by the rules it was looked at with: nobody when it is void. */
type Checked = { claims: Claims; origin: TokenOrigin; rules?: AccessRules; principal: UserPrincipal | null };

/** 401: the token was good, and was made void since; a browser gets a new one by its refresh cookie. */
export class VoidTokenError extends UnauthenticatedError {
  constructor() {
    super('The access token is not good any more: refresh it.');
  }
}

/**
 * Reads the access tokens people bring. A signature is checked once and remembered until the token expires; what the
 * person may is looked up again only when the rules have changed.
 */
export class AccessTokens {
  private readonly key: Uint8Array;
  private readonly checked = new Recent<Checked>(MAX_REMEMBERED);

  constructor(
    secret: string,
    private readonly rules: CurrentAccessRules,
  ) {
    this.key = new TextEncoder().encode(secret);
  }

  /** The person of a token checked before and still good, if that can be said without waiting. */
  remembered(token: string): UserPrincipal | undefined {
    const rules = this.rules.current;
    const known = rules && this.checked.get(token);
    return known && (lookAt(known, rules) ?? undefined);
  }

  /** @throws UnauthenticatedError; UnavailableError when nobody knows yet what people may */
  async principalOf(token: string): Promise<UserPrincipal> {
    const known = this.checked.get(token) ?? (await this.check(token));
    const principal = lookAt(known, await this.rules.upToDate());
    if (!principal) throw new VoidTokenError();
    return principal;
  }

  private async check(token: string): Promise<Checked> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp'],
      });
      const claims = claimsSchema.parse(payload);
      const origin = { userId: claims.sub, generation: claims.gen, sessionId: claims.sid };
      const checked: Checked = { claims, origin, principal: null };
      this.checked.set(token, checked, claims.exp * 1000);
      return checked;
    } catch {
      throw new UnauthenticatedError('The access token is not valid, or not any more.');
    }
  }
}

/** Whom a token lets in by these rules. The same object again while the rules change nothing for the person. */
function lookAt(token: Checked, rules: AccessRules): UserPrincipal | null {
  if (token.rules === rules) return token.principal;
  token.rules = rules;
  if (rules.voids(token.origin)) return (token.principal = null);
  const { sub: userId, name, role, pos: pointOfSaleIds, sid: sessionId } = token.claims;
  const permissions = rules.permissionsOf(role);
  if (token.principal?.permissions !== permissions) {
    token.principal = { kind: 'user', userId, name, role, pointOfSaleIds, permissions, sessionId };
  }
  return token.principal;
}
