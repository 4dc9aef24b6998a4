import type { FastifyInstance } from 'fastify';
import { principalId } from '@relance/service-token';
import { createLogger } from '../logging/logger';

const log = createLogger('http');

/** Above this rate answers below 500 are only counted; the count follows in the next second's line. */
const DEFAULT_PER_SECOND = 50;

/** Routes asked every few seconds by machines. */
const PROBES = /^\/(?:api\/)?(?:health|metrics)(?:\/|$)/;

/**
 * One compact line per request: route rather than URL (no ids' owners, no query values), status, time, who. Probes
 * and scrapes are at level debug. Under load, successes are sampled; failures (5xx) never are.
 */
export function logRequests(fastify: FastifyInstance, perSecond = DEFAULT_PER_SECOND): void {
  let second = 0;
  let written = 0;
  let unwritten = 0;
  fastify.addHook('onResponse', (request, reply, done) => {
    done();
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) {
      if (unwritten > 0) log.info({ requests: unwritten }, 'answered without a line each');
      second = now;
      written = 0;
      unwritten = 0;
    }
    const failed = reply.statusCode >= 500;
    if (!failed && ++written > perSecond) {
      unwritten++;
      return;
    }
    const route = request.routeOptions.url ?? 'unknown';
    const quiet = PROBES.test(route);
    log[quiet ? 'debug' : failed ? 'warn' : 'info'](
      {
        correlationId: request.correlationId,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        by: request.principal && principalId(request.principal),
      },
      'request',
    );
  });
}
