import { jwtVerify, SignJWT } from 'jose';
import { readPrincipal, type Principal } from './principal';

/** Header that carries the token on every call between services. */
export const SERVICE_TOKEN_HEADER = 'x-relance-token';

/** How long a token is good for, in seconds ("a signed token that lives a minute"). */
const LIFETIME_SECONDS = 60;
/** How long a signer hands out the same token, in ms: a receiver always gets one with half its life left. */
const REUSE_MS = 30_000;
/** Difference between two machines' clocks that is forgiven, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_CACHED = 5_000;
const MIN_SECRET_BYTES = 32;

/** Thrown when a service token is missing, forged, expired, or meant for another service. */
export class InvalidServiceTokenError extends Error {
  constructor(options?: ErrorOptions) {
    super('The service token is not valid.', options);
    this.name = 'InvalidServiceTokenError';
  }
}

function secretKey(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  if (key.byteLength < MIN_SECRET_BYTES) {
    throw new Error(`The secret of service tokens needs at least ${MIN_SECRET_BYTES} bytes.`);
  }
  return key;
}

/** Forgets the oldest entries of an insertion-ordered map beyond its bound. */
function trim(cache: Map<string, unknown>): void {
  while (cache.size > MAX_CACHED) {
    const oldest = cache.keys().next();
    if (oldest.done) return;
    cache.delete(oldest.value);
  }
}

type Signed = { token: Promise<string>; until: number };

/** Signs short-lived HS256 tokens that say to one audience on whose behalf a service calls. */
export class ServiceTokenSigner {
  private readonly key: Uint8Array;
  private readonly cache = new Map<string, Signed>();
  /** By audience, for a principal that is the very same object: without writing out what it is. */
  private readonly bySubject = new WeakMap<Principal, Map<string, Signed>>();

  /** @param issuer name of the signing service, e.g. `gateway` */
  constructor(
    secret: string,
    private readonly issuer: string,
  ) {
    this.key = secretKey(secret);
  }

  /** A token for this audience (a service's name). The same one is handed out for up to 30 s. */
  sign(principal: Principal, audience: string): Promise<string> {
    let signed = this.bySubject.get(principal);
    if (!signed) this.bySubject.set(principal, (signed = new Map()));
    const known = signed.get(audience);
    if (known && known.until > Date.now()) return known.token;
    const fresh = this.signOnce(principal, audience);
    signed.set(audience, fresh);
    return fresh.token;
  }

  private signOnce(principal: Principal, audience: string): Signed {
    const id = `${audience} ${JSON.stringify(principal)}`;
    const now = Date.now();
    const cached = this.cache.get(id);
    if (cached && cached.until > now) return cached;
    const token = new SignJWT({ principal })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(this.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(this.key);
    this.cache.delete(id);
    const signed = { token, until: now + REUSE_MS };
    this.cache.set(id, signed);
    trim(this.cache);
    return signed;
  }
}

/** Checks tokens meant for one audience; what was checked is remembered until it expires. */
export class ServiceTokenVerifier {
  private readonly key: Uint8Array;
  private readonly cache = new Map<string, { principal: Principal; until: number }>();

  /** @param audience name of the receiving service, e.g. `leads` */
  constructor(
    secret: string,
    private readonly audience: string,
  ) {
    this.key = secretKey(secret);
  }

  /** The principal of a token already verified here and still good: the path without a promise. */
  remembered(token: string): Principal | undefined {
    const cached = this.cache.get(token);
    if (!cached) return undefined;
    if (cached.until > Date.now()) return cached.principal;
    this.cache.delete(token);
    return undefined;
  }

  /** @throws InvalidServiceTokenError */
  async verify(token: string): Promise<Principal> {
    const cached = this.remembered(token);
    if (cached) return cached;
    const { principal, expiresAt } = await this.check(token);
    this.cache.set(token, { principal, until: expiresAt });
    trim(this.cache);
    return principal;
  }

  private async check(token: string): Promise<{ principal: Principal; expiresAt: number }> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        audience: this.audience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'iss'],
        maxTokenAge: LIFETIME_SECONDS,
      });
      const principal = readPrincipal(payload['principal']);
      if (!principal) throw new Error('no principal');
      return { principal, expiresAt: (payload.exp ?? 0) * 1000 };
    } catch (cause) {
      throw new InvalidServiceTokenError({ cause });
    }
  }
}
