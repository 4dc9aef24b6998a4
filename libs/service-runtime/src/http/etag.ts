import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IfMatchRequiredError, StaleError, ValidationError } from '../problems/common-errors';

const STRONG_VERSION = /^"(\d{1,10})"$/;
/** Entity tags as RFC 9110 writes them, strong or weak, one or several, or any. */
const ENTITY_TAGS = /^(?:\*|(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*)$/;
const MAX_VERSION = 2_147_483_647;

/** The ETag of a version: `"3"`. */
export function etag(version: number): string {
  return `"${version}"`;
}

/**
 * The version an edit was made on, from its `If-Match`.
 * @throws IfMatchRequiredError (428) when there is none; ValidationError (400) when it is no entity tag;
 * StaleError (412) when it can match nothing
 */
export function parseIfMatch(header: string | string[] | undefined): number {
  if (header === undefined || header === '') throw new IfMatchRequiredError();
  const text = String(header).trim();
  if (!ENTITY_TAGS.test(text)) {
    throw new ValidationError([{ path: 'If-Match', message: 'must be an entity tag, e.g. "1"' }]);
  }
  const version = Number(STRONG_VERSION.exec(text)?.[1] ?? NaN);
  if (!Number.isInteger(version) || version > MAX_VERSION) {
    throw new StaleError('If-Match is not an ETag of this resource.');
  }
  return version;
}

/** {@link parseIfMatch} of a request. */
export function ifMatch(request: FastifyRequest): number {
  return parseIfMatch(request.headers['if-match']);
}

/** Parameter of an edit: the version its caller read. Document the route with {@link ApiIfMatch}. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  ifMatch(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** OpenAPI of the header {@link withEtag} writes. */
export const ETAG_HEADER = {
  ETag: {
    description: 'Send it as `If-Match` to edit.',
    schema: { type: 'string' as const, example: '"1"' },
  },
};

/** Says the version of what is answered. */
export function withEtag<T>(reply: FastifyReply, version: number, body: T): T {
  void reply.header('etag', etag(version));
  return body;
}
