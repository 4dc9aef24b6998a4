import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { acceptCorrelationId, CORRELATION_HEADER, withCorrelationId } from '../correlation/correlation';
import { answerWithProblem } from '../problems/problem-filter';
import { problem, PROBLEM_CONTENT_TYPE } from '../problems/problem';
import { describeRequestSpan } from '../telemetry/request-span';
import '../http/request';

const DEFAULT_BODY_LIMIT_BYTES = 1024 * 1024;

/** Answers what is not even HTTP (bad syntax, headers too large) on the bare socket. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(problem(status, 'This is not a request we can read.'));
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nContent-Type: ${PROBLEM_CONTENT_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** A token that names hundreds of points of sale has to fit. */
const MAX_HEADER_BYTES = 64 * 1024;

export type ServerOptions = {
  /** Largest body in bytes; default 1 MiB. */
  bodyLimit?: number;
  /** Proxies whose `X-Forwarded-*` are believed. */
  trustProxy?: boolean | string[];
};

function serverOptions({
  bodyLimit = DEFAULT_BODY_LIMIT_BYTES,
  trustProxy = false,
}: ServerOptions = {}): FastifyServerOptions {
  return {
    bodyLimit,
    trustProxy: Array.isArray(trustProxy) && trustProxy.length === 0 ? false : trustProxy,
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    logger: false,
    genReqId: () => '',
    requestTimeout: 0,
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      request.correlationId = acceptCorrelationId(request.headers[CORRELATION_HEADER]);
      void reply.header(CORRELATION_HEADER, request.correlationId);
      answerWithProblem(error, request, reply);
    },
  } as FastifyServerOptions;
}

/** Correlation id in and out. It enters the asynchronous context once, after the body was read. */
function correlate(fastify: FastifyInstance): void {
  fastify.decorateRequest('correlationId', '');
  fastify.decorateRequest('principal', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.correlationId = acceptCorrelationId(request.headers[CORRELATION_HEADER]);
    void reply.header(CORRELATION_HEADER, request.correlationId);
    describeRequestSpan(request);
    done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => withCorrelationId(request.correlationId, done));
}

/** JSON only; an empty body is no body. Other media types are added by those who take them; the rest is 415. */
function acceptJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parseJson(request, body as string, done);
  });
}

/** Fastify for Nest, with our answers to broken requests, correlation ids and JSON parsing. */
export function createAdapter(options: ServerOptions): { adapter: FastifyAdapter; fastify: FastifyInstance } {
  const adapter: FastifyAdapter = new FastifyAdapter(serverOptions(options) as never);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  correlate(fastify);
  acceptJson(fastify);
  fastify.setErrorHandler((error, request, reply) => answerWithProblem(error, request, reply));
  // Nest would put its own in the place of ours, after plugins have inherited it.
  adapter.setErrorHandler = () => fastify as never;
  return { adapter, fastify };
}

/** Fastify alone, for processes that answer nothing but probes and scrapes. */
export function createBareServer(): FastifyInstance {
  const fastify = Fastify(serverOptions());
  correlate(fastify);
  fastify.setErrorHandler((error, request, reply) => answerWithProblem(error, request, reply));
  return fastify;
}
