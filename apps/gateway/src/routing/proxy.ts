import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import {
  answerWithProblem,
  NotFoundError,
  problem,
  sendRefusal,
  UnavailableError,
  ValidationError,
} from '@relance/service-runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayConfig } from '../config';
import type { Entrance } from './entrance';
import { headersForCaller, headersForService } from './forwarded-headers';
import { API_PREFIX, type Destination } from './routing-table';

/** Bodies beyond this are refused here when they say their size; only files (CSV) may be larger. */
const MAX_BODY_BYTES = 1024 * 1024;
const FILE_TYPES = /^(?:text\/csv|multipart\/form-data|application\/octet-stream)\b/i;
/** What is passed on; the service knows which of them it takes where. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
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

function refusesSize(request: FastifyRequest): boolean {
  const length = Number(request.headers['content-length'] ?? 0);
  return length > MAX_BODY_BYTES && !FILE_TYPES.test(request.headers['content-type'] ?? '');
}

/** How requests go on to one service: a pool of kept-alive connections, bodies as streams, nothing tried twice. */
function passageTo(url: string, timeout: number, cookies: boolean): FastifyReplyFromHooks {
  return {
    getUpstream: () => url,
    timeout,
    retryDelay: () => null,
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
export async function registerProxy(
  fastify: FastifyInstance,
  config: GatewayConfig,
  entrance: Entrance,
): Promise<void> {
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
    scope.decorateRequest('passage', undefined);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.addHook('onRequest', (request) => entrance.admit(request));
    const handler = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const { passage } = request;
      if (!passage) throw new NotFoundError();
      if (refusesSize(request)) {
        void reply.header('connection', 'close');
        sendRefusal(reply, { body: problem(413, 'The body is larger than 1 MiB.') });
        return reply;
      }
      return reply.from(passage.path, passageFor(passage.destination));
    };
    scope.route({ method: METHODS, url: `${API_PREFIX}/*`, handler });
  });
}
