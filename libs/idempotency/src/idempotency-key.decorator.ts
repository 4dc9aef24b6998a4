import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ValidationError } from '@relance/service-runtime';
import type { FastifyRequest } from 'fastify';

const VISIBLE_ASCII = /^[\x21-\x7E]{1,255}$/;

/**
 * The key of a request, if it has one.
 * @throws ValidationError (400) unless it is 1 to 255 visible ASCII characters
 */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && VISIBLE_ASCII.test(header)) return header;
  throw new ValidationError([
    { path: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' },
  ]);
}

/** Parameter of a POST: its `Idempotency-Key`, or undefined. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readIdempotencyKey(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']),
);
