import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import {
  answerWithProblem,
  NotFoundError,
  problem,
  sendRefusal,
  UnavailableError,
  ValidationError,
} from '@relance/service-runtime';
import { ServiceTokenSigner, type Principal } from '@relance/service-token';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { AccessTokens } from '../authentication/access-tokens';
import { ApiKeys } from '../authentication/api-keys';
import { Authentication } from '../authentication/authentication';
import type { GatewayConfig } from '../config';
import { RateLimits } from '../rate-limits/rate-limits';
import { headersForCaller, headersForService } from './forwarded-headers';
import { API_PREFIX, destinationOf, servicePath, type Destination } from './routing-table';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where a request under `/api/v1` goes, and with which token. */
    passage?: { path: string; destination: Destination; token: string };
  }
}

/** On whose behalf the gateway calls a public route. */
const NOBODY: Principal = { kind: 'service', service: 'gateway' };

/** Bodies beyond this are refused here when they say their size; only files (CSV) may be larger. */
const MAX_BODY_BYTES = 1024 * 1024;
const FILE_TYPES = /^(?:text\/csv|multipart\/form-data|application\/octet-stream)\b/i;
const SLOW_FACTOR = 20;
const CONNECTIONS_PER_SERVICE = 64;
const CONNECT_TIMEOUT_MS = 2_000;

/** Fails with what the caller is told, when a service cannot be asked or does not answer. */
function onUpstreamError(reply: FastifyReply, { error }: { error: Error }): void {
  const cause = (error.cause ?? error) as Error & { code?: string };
  const ours = cause.code === 'UND_ERR_INVALID_ARG' || cause.code === 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH';
  const refusal = ours
    ? new ValidationError([], 'This request cannot be passed on.')
    : new UnavailableError('The service is not available for the moment.', { cause });
  answerWithProblem(refusal, reply.request, reply);
}

/** Lets a request in or throws why not: is there such a route, who asks, how often. */
class Entrance {
  private readonly signer: ServiceTokenSigner;
  private readonly authentication: Authentication;

  constructor(
    config: GatewayConfig,
    private readonly limits: RateLimits,
  ) {
    this.signer = new ServiceTokenSigner(config.INTERNAL_TOKEN_SECRET, 'gateway');
    this.authentication = new Authentication(
      new AccessTokens(config.ACCESS_TOKEN_SECRET),
      new ApiKeys(config.ORGANISATION_URL, this.signer),
    );
  }

  async admit(request: FastifyRequest): Promise<void> {
    const path = servicePath(request.raw.url ?? '');
    const destination = path === undefined ? undefined : destinationOf(path);
    if (path === undefined || destination === undefined)
      throw new NotFoundError('There is nothing at this address.');
    const principal =
      destination.access === 'public' ? await this.nobody(request) : await this.caller(request);
    const token = await this.signer.sign(principal, destination.service);
    request.passage = { path, destination, token };
  }

  private async nobody(request: FastifyRequest): Promise<Principal> {
    await this.limits.countAnonymous(request);
    return NOBODY;
  }

  private async caller(request: FastifyRequest): Promise<Principal> {
    const principal =
      this.authentication.remembered(request.headers) ?? (await this.checkCredentials(request));
    request.principal = principal;
    await this.limits.countCaller(request);
    return principal;
  }

  private async checkCredentials(request: FastifyRequest): Promise<Principal> {
    await this.limits.mayTryCredentials(request);
    try {
      return await this.authentication.principalOf(request.headers);
    } catch (error) {
      if (!(error instanceof UnavailableError)) await this.limits.countRefused(request);
      throw error;
    }
  }
}

function refusesSize(request: FastifyRequest): boolean {
  const length = Number(request.headers['content-length'] ?? 0);
  return length > MAX_BODY_BYTES && !FILE_TYPES.test(request.headers['content-type'] ?? '');
}

/** How requests go on to one service: a pool of kept-alive connections, bodies as streams, nothing tried twice. */
function passageTo(url: string, timeout: number, cookies: boolean): FastifyReplyFromHooks {
  return {
    getUpstream: () => url,
    timeout,
    maxRetriesOn503: 0,
    retriesCount: 0,
    onError: onUpstreamError,
    rewriteRequestHeaders: (request, headers) =>
      headersForService(
        request as FastifyRequest,
        headers as IncomingHttpHeaders,
        (request as FastifyRequest).passage?.token ?? '',
        cookies,
      ),
    rewriteHeaders: (headers) => headersForCaller(headers as IncomingHttpHeaders),
  } as FastifyReplyFromHooks;
}

/** Everything under `/api/v1`: checked, counted, and passed on to the service that knows it. */
export async function registerProxy(fastify: FastifyInstance, config: GatewayConfig): Promise<void> {
  const urls = { organisation: config.ORGANISATION_URL, leads: config.LEADS_URL };
  const passages = new Map<Destination, FastifyReplyFromHooks>();
  const passageFor = (destination: Destination): FastifyReplyFromHooks => {
    let passage = passages.get(destination);
    if (!passage) {
      const timeout = config.UPSTREAM_TIMEOUT_MS * (destination.slow ? SLOW_FACTOR : 1);
      passage = passageTo(urls[destination.service], timeout, destination.cookies);
      passages.set(destination, passage);
    }
    return passage;
  };

  await fastify.register(async (scope) => {
    await scope.register(replyFrom, {
      disableRequestLogging: true,
      destroyAgent: true,
      undici: {
        connections: CONNECTIONS_PER_SERVICE,
        pipelining: 1,
        connect: { timeout: CONNECT_TIMEOUT_MS },
      } as never,
    });
    const entrance = new Entrance(config, await RateLimits.register(scope, config));
    scope.decorateRequest('passage', undefined);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.addHook('onRequest', (request) => entrance.admit(request));
    scope.all(`${API_PREFIX}/*`, (request, reply) => {
      const { passage } = request;
      if (!passage) throw new NotFoundError();
      if (refusesSize(request)) {
        void reply.header('connection', 'close');
        sendRefusal(reply, { body: problem(413, 'The body is larger than 1 MiB.') });
        return reply;
      }
      return reply.from(passage.path, passageFor(passage.destination));
    });
  });
}
