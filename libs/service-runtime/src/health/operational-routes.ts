import type { FastifyInstance } from 'fastify';
import { register } from 'prom-client';
import { createLogger } from '../logging/logger';
import { readiness, type HealthCheck } from './health-check';

const log = createLogger('health');

/**
 * What every process answers: `/health/live`, `/health/ready` and `/metrics`. Metrics are for private scraping:
 * a request that came through a reverse proxy (`X-Forwarded-For`) gets 404.
 */
export function addOperationalRoutes(
  fastify: FastifyInstance,
  service: string,
  checks: () => readonly HealthCheck[],
): void {
  const down = new Set<string>();
  fastify.get('/health/live', (_request, reply) => reply.send({ status: 'live', service }));
  fastify.get('/health/ready', async (_request, reply) => {
    const state = await readiness(service, checks(), (name, err) => {
      if (!down.has(name)) log.warn({ dependency: name, err }, 'a dependency is down');
    });
    for (const { name, status } of state.dependencies) {
      if (status === 'down') down.add(name);
      else if (down.delete(name)) log.info({ dependency: name }, 'a dependency is back');
    }
    return reply.code(state.status === 'ready' ? 200 : 503).send(state);
  });
  fastify.get('/metrics', async (request, reply) => {
    if (request.headers['x-forwarded-for'] !== undefined) return reply.callNotFound();
    return reply.header('content-type', register.contentType).send(await register.metrics());
  });
}
