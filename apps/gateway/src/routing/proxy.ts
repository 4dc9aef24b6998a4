import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import {
  answerWithProblem,
  DomainError,
  NotFoundError,
  UnavailableError,
  ValidationError,
} from '@relance/service-runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { GatewayConfig } from '../config';
import type { Entrance } from './entrance';
import { headersForCaller, headersForService } from './forwarded-headers';
import { BodyTooLargeError, discardRest, readWhole, whileItComes } from './request-body';
import { API_PREFIX, SLOW_PATHS, type Destination } from './routing-table';

/** Only files (CSV) may be larger, where files are taken. */
const MAX_BODY_BYTES = 1024 * 1024;
/** All other bodies are read before a connection to a service is taken: who sends slowly keeps nobody waiting. */
const BODY_WITHIN_MS = 15_000;
const FILE_SILENCE_MS = 60_000;
/** How long the rest of a body that was refused may still come. */
const DISCARD_WITHIN_MS = 30_000;
/** Nothing came: nothing is waited for any more. */
const BODY_TIMEOUT = 408;
const UNKNOWN_TYPE = 'application/octet-stream';
const FILE_TYPES = /^(?:(?:text|application)\/csv|multipart\/form-data|application\/octet-stream)\b/i;
/** What is passed on; the service knows which of them it takes where. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
const SLOW_FACTOR = 20;
const CONNECTIONS_PER_SERVICE = 64;
/** Files have connections of their own, so that they are never in the way of anything else. */
const SLOW_CONNECTIONS_PER_SERVICE = 32;
const CONNECT_TIMEOUT_MS = 2_000;

/** Fails with what the caller is told, when a service cannot be asked or does not answer. */
function onUpstreamError(reply: FastifyReply, { error }: { error: Error }): void {
  const cause = (error.cause ?? error) as Error & { code?: string };
  answerWithProblem(refusalFor(cause), reply.request, reply);
}

function refusalFor(cause: Error & { code?: string }): DomainError {
  if (cause instanceof DomainError) return cause;
  const ours = cause.code === 'UND_ERR_INVALID_ARG' || cause.code === 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH';
  return ours
    ? new ValidationError([], 'This request cannot be passed on.')
    : new UnavailableError('The service is not available for the moment.', { cause });
}

/**
 * What is passed on as the body: a file as it comes, where files are taken, anything else once all of it is here.
 * @throws BodyTooLargeError, BodyTimeoutError
 */
async function bodyOf(request: FastifyRequest, payload: Readable): Promise<Readable | Buffer | undefined> {
  const { passage, headers } = request;
  if (passage?.destination.slow && FILE_TYPES.test(headers['content-type'] ?? '')) {
    return whileItComes(payload, FILE_SILENCE_MS);
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLargeError();
  const bytes = await readWhole(payload, MAX_BODY_BYTES, BODY_WITHIN_MS);
  return bytes.length === 0 ? undefined : bytes;
}

/** How requests go on to one service: a pool of kept-alive connections, nothing tried twice. */
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

/** A body that is here goes on in one piece with the headers, and as it is: with its type it is not encoded once more. */
function withBody(hooks: FastifyReplyFromHooks, { body, headers }: FastifyRequest): FastifyReplyFromHooks {
  if (!Buffer.isBuffer(body)) return hooks;
  return { ...hooks, body, contentType: headers['content-type'] ?? UNKNOWN_TYPE };
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

  const registerLane = async (urls: string[], connections: number): Promise<void> => {
    await fastify.register(async (scope) => {
      await scope.register(replyFrom, {
        disableRequestLogging: true,
        destroyAgent: true,
        undici: { connections, pipelining: 1, connect: { timeout: CONNECT_TIMEOUT_MS } } as never,
      });
      scope.decorateRequest('passage', undefined);
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', bodyOf);
      scope.addHook('onRequest', (request) => entrance.admit(request));
      scope.addHook('onSend', async (request, reply) => {
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
        if (reply.statusCode === BODY_TIMEOUT) void reply.header('connection', 'close');
        else if (!request.raw.complete) {
          // Fastify and reply-from close a connection whose body was not read: too early for who still sends it.
          void reply.removeHeader('connection');
          discardRest(request.raw, DISCARD_WITHIN_MS);
        }
      });
      const handler = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
        const { passage } = request;
        if (!passage) throw new NotFoundError();
        return reply.from(passage.path, withBody(passageFor(passage.destination), request));
      };
      for (const url of urls) scope.route({ method: METHODS, url, handler });
    });
  };
  await registerLane([`${API_PREFIX}/*`], CONNECTIONS_PER_SERVICE);
  await registerLane(
    SLOW_PATHS.map((path) => API_PREFIX + path),
    SLOW_CONNECTIONS_PER_SERVICE,
  );
}
