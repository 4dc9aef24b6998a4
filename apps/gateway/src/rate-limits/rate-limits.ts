import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit';
import { DomainError } from '@relance/service-runtime';
import { principalId } from '@relance/service-token';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config';
import { servicePath } from '../routing/routing-table';

const WINDOW_MS = 60_000;
/** Callers counted at the same time; beyond, the one unseen for longest is forgotten. */
const MAX_CALLERS = 50_000;

/** 429: this caller has asked more often than it may. */
export class RateLimitedError extends DomainError {
  readonly code = 'RATE_LIMITED';
  readonly status = 429;
  constructor(override readonly retryAfterSeconds: number) {
    super('Too many requests. Go on when Retry-After has passed.');
  }
}

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * Counts requests in this process: by person, by API key, by address for who is not signed in, and forms both by address
 * and by form, so that many addresses together cannot fill the leads of one garage.
 */
export class RateLimits {
  private constructor(
    private readonly callers: Limiter,
    private readonly anonymous: Limiter,
    private readonly forms: Limiter,
    private readonly oneForm: Limiter,
    private readonly refused: Limiter,
  ) {}

  static async register(fastify: FastifyInstance, config: GatewayConfig): Promise<RateLimits> {
    await fastify.register(rateLimit, { global: false, cache: MAX_CALLERS });
    const limiter = (options: CreateRateLimitOptions): Limiter =>
      fastify.createRateLimit({ timeWindow: WINDOW_MS, ...options });
    return new RateLimits(
      limiter({
        keyGenerator: ({ principal }) => (principal ? principalId(principal) : ''),
        max: ({ principal }) =>
          principal?.kind === 'apiKey'
            ? config.RATE_LIMIT_API_KEY_PER_MINUTE
            : config.RATE_LIMIT_USER_PER_MINUTE,
      }),
      limiter({ max: config.RATE_LIMIT_ANONYMOUS_PER_MINUTE }),
      limiter({ max: config.RATE_LIMIT_FORM_PER_MINUTE }),
      limiter({ max: config.RATE_LIMIT_ONE_FORM_PER_MINUTE, keyGenerator: formOf }),
      limiter({ max: config.RATE_LIMIT_ANONYMOUS_PER_MINUTE }),
    );
  }

  /** Counts one request of a known caller. @throws RateLimitedError */
  countCaller(request: FastifyRequest): Promise<void> {
    return count(this.callers, request);
  }

  /** Counts one request of a public route. @throws RateLimitedError */
  countAnonymous(request: FastifyRequest): Promise<void> {
    return count(this.anonymous, request);
  }

  /** Counts one form that somebody sent from a website. @throws RateLimitedError */
  async countForm(request: FastifyRequest): Promise<void> {
    await count(this.forms, request);
    await count(this.oneForm, request);
  }

  /** Counts credentials that were not good. @throws RateLimitedError */
  countRefused(request: FastifyRequest): Promise<void> {
    return count(this.refused, request);
  }

  /** Whether this address brought so many bad credentials that no further ones are looked at. @throws RateLimitedError */
  async mayTryCredentials(request: FastifyRequest): Promise<void> {
    const state = await this.refused(request, { increment: false });
    if (!state.isAllowed && state.remaining === 0 && state.ttl > 0)
      throw new RateLimitedError(state.ttlInSeconds);
  }
}

/** The form as the service reads its token, however the address was written. */
function formOf({ raw }: FastifyRequest): string {
  const path = servicePath(raw.url ?? '') ?? '';
  return path.includes('%') ? decodeURIComponent(path) : path;
}

async function count(limiter: Limiter, request: FastifyRequest): Promise<void> {
  const state = await limiter(request);
  if (!state.isAllowed && state.isExceeded) throw new RateLimitedError(state.ttlInSeconds);
}
