import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

const DESCRIPTIONS: Record<number, string> = {
  400: 'The request does not have the documented shape.',
  401: 'Nobody is signed in.',
  403: 'The caller may not do this.',
  404: 'There is no such thing.',
  409: 'The state it is in does not allow this.',
  412: 'It has changed since it was read; nothing was written.',
  413: 'The body is too large.',
  415: 'The media type is not taken here.',
  422: 'The request is understood and makes no sense.',
  428: '`If-Match` is missing.',
  429: 'Too many requests; `Retry-After` says when to go on.',
  503: 'A part of the system is not available; `Retry-After` says when to try again.',
};

/** The documentation of one kind of refusal. */
export function problemResponse(status: number): Record<string, unknown> {
  const retry = { schema: { type: 'integer', minimum: 0 }, description: 'Seconds.' };
  return {
    description: DESCRIPTIONS[status] ?? 'The request was refused.',
    ...(status === 429 || status === 503 ? { headers: { 'Retry-After': retry } } : {}),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/**
 * Documents refusals of a route. Needed only for what is particular to it (409, 422, 404 without path parameter):
 * 400, 401, 403, 429, 503, and 404, 413, 415, 422 where they can occur, are added to every route by themselves.
 */
export function ApiProblems(...statuses: number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ...statuses.map((status) => ApiResponse({ status, ...problemResponse(status) } as never)),
  );
}

/** Documents an edit: the `If-Match` header, 412 and 428. */
export function ApiIfMatch(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag that was read.',
      schema: { type: 'string', pattern: '^"[0-9]{1,10}"$', example: '"1"' },
    }),
    ApiProblems(412, 428),
  ) as MethodDecorator;
}
