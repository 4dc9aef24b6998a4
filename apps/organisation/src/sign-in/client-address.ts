import type { FastifyRequest } from 'fastify';

/**
 * Where a request comes from. The gateway, which alone can call, says it as the last entry of
 * `X-Forwarded-For`; what a client wrote into that header stands before it.
 */
export function clientAddress(request: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? ''].flat().at(-1)!;
  return forwarded.split(',').at(-1)!.trim() || request.ip;
}
