import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { FieldError } from './domain-error';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457 as this API answers it. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'A URN that names the kind of problem; follows from `code`.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable, for programs.', examples: ['VALIDATION_FAILED'] }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .meta({ description: 'Each wrong field; the path is joined with dots, empty for the whole request.' }),
  })
  .meta({ id: 'Problem', description: 'Why the request was refused (RFC 9457).' });
export type Problem = z.infer<typeof Problem>;

const CODES: Record<number, string> = {
  400: 'VALIDATION_FAILED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  412: 'STALE',
  413: 'TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  428: 'IF_MATCH_REQUIRED',
  429: 'RATE_LIMITED',
  431: 'HEADERS_TOO_LARGE',
  500: 'INTERNAL_ERROR',
  503: 'UNAVAILABLE',
};

/** The code of a status that no domain error named. */
export function codeOfStatus(status: number): string {
  return CODES[status] ?? (status >= 500 ? 'INTERNAL_ERROR' : 'REQUEST_REFUSED');
}

function sentence(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Builds the body of a refusal; the code defaults to that of the status. */
export function problem(status: number, detail?: string, code?: string, errors: FieldError[] = []): Problem {
  const stableCode = code ?? codeOfStatus(status);
  const title = sentence(stableCode);
  return {
    type: `urn:relance:problem:${stableCode.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: detail ?? STATUS_CODES[status] ?? title,
    code: stableCode,
    errors,
  };
}
