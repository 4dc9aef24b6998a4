import { etag } from '@relance/service-runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

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

/** An id in a path, in lower case as PostgreSQL writes it. */
export const idSchema = z.uuid().toLowerCase();
export const idParams = z.strictObject({ id: idSchema });
export type IdParams = z.output<typeof idParams>;
