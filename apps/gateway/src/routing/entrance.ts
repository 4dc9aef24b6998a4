import { NotFoundError, UnavailableError } from '@relance/service-runtime';
import { ServiceTokenSigner, type Principal } from '@relance/service-token';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { AccessTokens, VoidTokenError } from '../authentication/access-tokens';
import { ApiKeys } from '../authentication/api-keys';
import { Authentication } from '../authentication/authentication';
import { CurrentAccessRules } from '../authentication/current-access-rules';
import type { GatewayConfig } from '../config';
import type { RateLimits } from '../rate-limits/rate-limits';
import { destinationOf, servicePath, type Destination } from './routing-table';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where a request under `/api/v1` goes, and with which token. */
    passage?: { path: string; destination: Destination; token: string };
  }
}

/** On whose behalf the gateway calls a public route. */
const NOBODY: Principal = { kind: 'service', service: 'gateway' };

/** Lets a request in or throws why not: is there such a route, who asks, how often. */
export class Entrance {
  private readonly signer: ServiceTokenSigner;
  private readonly authentication: Authentication;

  constructor(
    config: GatewayConfig,
    private readonly limits: RateLimits,
  ) {
    this.signer = new ServiceTokenSigner(config.INTERNAL_TOKEN_SECRET, 'gateway');
    const rules = new CurrentAccessRules(config.ORGANISATION_URL, this.signer);
    this.authentication = new Authentication(
      new AccessTokens(config.ACCESS_TOKEN_SECRET, rules),
      new ApiKeys(config.ORGANISATION_URL, this.signer),
    );
  }

  async admit(request: FastifyRequest): Promise<void> {
    const path = servicePath(request.raw.url ?? '');
    const destination = path === undefined ? undefined : destinationOf(path);
    if (path === undefined || destination === undefined)
      throw new NotFoundError('There is nothing at this address.');
    const principal =
      destination.access === 'public'
        ? await this.nobody(request, destination)
        : await this.identify(request);
    const token = await this.signer.sign(principal, destination.service);
    request.passage = { path, destination, token };
  }

  /** Says who asks, and counts the request; throws why neither is possible. */
  async identify(request: FastifyRequest): Promise<Principal> {
    const principal =
      this.authentication.remembered(request.headers) ?? (await this.checkCredentials(request));
    request.principal = principal;
    await this.limits.countCaller(request);
    return principal;
  }

  /**
   * Whom the credentials of a request let in long ago belong to by now, for connections that stay open.
   * @throws UnauthenticatedError when they are not good any more
   */
  async recognise(headers: IncomingHttpHeaders): Promise<Principal> {
    return this.authentication.remembered(headers) ?? (await this.authentication.principalOf(headers));
  }

  /** Browsers ask before they post from another site (OPTIONS): that is no form yet. */
  private async nobody(request: FastifyRequest, { form }: Destination): Promise<Principal> {
    if (form && request.method !== 'OPTIONS') await this.limits.countForm(request);
    else await this.limits.countAnonymous(request);
    return NOBODY;
  }

  private async checkCredentials(request: FastifyRequest): Promise<Principal> {
    if (this.authentication.areStrange(request.headers)) await this.limits.mayTryCredentials(request);
    try {
      return await this.authentication.principalOf(request.headers);
    } catch (error) {
      // A token that was made void is nobody's guess.
      const ours = error instanceof UnavailableError || error instanceof VoidTokenError;
      if (!ours) await this.limits.countRefused(request);
      throw error;
    }
  }
}
