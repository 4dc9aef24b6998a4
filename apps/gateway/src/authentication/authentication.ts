import { UnauthenticatedError } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import type { IncomingHttpHeaders } from 'node:http';
import type { AccessTokens } from './access-tokens';
import type { ApiKeys } from './api-keys';

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,16384})$/i;

/** Says who asks, by `Authorization: Bearer` (people) or `X-Api-Key` (lead sources, telephony). */
export class Authentication {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly apiKeys: ApiKeys,
  ) {}

  /** Who it is, when that is known without asking anybody. */
  remembered(headers: IncomingHttpHeaders): Principal | undefined {
    const { authorization, 'x-api-key': apiKey } = headers;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      return token === undefined ? undefined : this.accessTokens.remembered(token);
    }
    return typeof apiKey === 'string' ? (this.apiKeys.remembered(apiKey) ?? undefined) : undefined;
  }

  /** Whether checking these credentials would cost organisation a question that guessing could repeat. */
  areStrange({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): boolean {
    return authorization === undefined && typeof apiKey === 'string' && this.apiKeys.isStrange(apiKey);
  }

  /** @throws UnauthenticatedError; UnavailableError when an API key cannot be checked for the moment */
  principalOf(headers: IncomingHttpHeaders): Promise<Principal> {
    const { authorization, 'x-api-key': apiKey } = headers;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      if (token !== undefined) return this.accessTokens.principalOf(token);
      return Promise.reject(new UnauthenticatedError('Authorization has to be a bearer token.'));
    }
    if (typeof apiKey === 'string') return this.apiKeys.principalOf(apiKey);
    return Promise.reject(new UnauthenticatedError());
  }
}
