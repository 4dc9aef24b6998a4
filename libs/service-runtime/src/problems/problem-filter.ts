import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createLogger } from '../logging/logger';
import { isConnectionFailure, isRefusedValue } from './connection-failure';
import { DomainError } from './domain-error';
import { UnavailableError } from './common-errors';
import { problem, PROBLEM_CONTENT_TYPE, type Problem } from './problem';

const log = createLogger('problems');

export type Refusal = { body: Problem; retryAfterSeconds?: number };

/** The status an error of Fastify or of a plugin carries (`FST_ERR_CTP_BODY_TOO_LARGE`: 413), if it is one. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
}

/** Maps anything thrown to what the caller reads. Only a 4xx tells the message; a 5xx never does. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof DomainError) {
    const body = problem(error.status, error.message, error.code, error.errors);
    return { body, retryAfterSeconds: error.retryAfterSeconds };
  }
  const status = statusOf(error);
  if (status !== undefined && status < 500) return { body: problem(status, (error as Error).message) };
  if (status === 503 || isConnectionFailure(error)) return toRefusal(new UnavailableError());
  if (isRefusedValue(error)) return { body: problem(400, 'A value is not acceptable.') };
  return { body: problem(500, 'This is our fault; it was recorded.') };
}

/** Writes a refusal as `application/problem+json`. */
export function sendRefusal(reply: FastifyReply, { body, retryAfterSeconds }: Refusal): void {
  void reply.code(body.status).header('content-type', PROBLEM_CONTENT_TYPE);
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (body.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.send(JSON.stringify(body));
}

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerWithProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function answerWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toRefusal(error);
  const line = { correlationId: request.correlationId, route: request.routeOptions?.url, err: error };
  if (refusal.body.status >= 500) {
    log[refusal.body.status === 503 ? 'warn' : 'error'](line, 'request failed');
  } else if (isRefusedValue(error)) {
    log.warn(line, 'the database refused a value that validation let through');
  }
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  sendRefusal(reply, refusal);
}
