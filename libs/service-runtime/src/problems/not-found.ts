import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from './problem-filter';
import { problem } from './problem';

type KnownRoute = { method: string; pattern: RegExp };

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) => {
      if (part === '*') return '.*';
      return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('/');
  return new RegExp(`^${source}/?$`);
}

/**
 * Answers what no route took: 405 with `Allow` where the path exists with another method, else 404. Returns the
 * handler; the routes are noted as they are registered, so call it before any.
 */
export function watchRoutes(
  fastify: FastifyInstance,
): (request: FastifyRequest, reply: FastifyReply) => void {
  const routes: KnownRoute[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    // What takes every path says of none that it exists.
    if (url === '/*') return;
    for (const each of [method].flat()) routes.push({ method: each, pattern: patternOf(url) });
  });
  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (allowed.size === 0 || allowed.has(request.method)) {
      sendRefusal(reply, { body: problem(404, 'There is nothing at this address.') });
      return;
    }
    void reply.header('allow', [...allowed].sort().join(', '));
    sendRefusal(reply, { body: problem(405, `${request.method} is not possible here.`) });
  };
  // Fastify asks QUERY for a body before it looks for a route; no route takes that method.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'QUERY') answer(request, reply);
    else done();
  });
  return answer;
}
