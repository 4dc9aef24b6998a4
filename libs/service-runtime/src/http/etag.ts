import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IfMatchRequiredError, StaleError } from '../problems/common-errors';

const STRONG_VERSION = /^"(\d{1,10})"$/;
const MAX_VERSION = 2_147_483_647;

/** The ETag of a version: `"3"`. */
export function etag(version: number): string {
  return `"${version}"`;
}

/**
 * The version an edit was made on, from its `If-Match`.
 * @throws IfMatchRequiredError (428) when there is none; StaleError (412) when it can match nothing
 */
export function parseIfMatch(header: string | string[] | undefined): number {
  if (header === undefined || header === '') throw new IfMatchRequiredError();
  const version = typeof header === 'string' ? Number(STRONG_VERSION.exec(header.trim())?.[1]) : NaN;
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
