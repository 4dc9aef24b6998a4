import { ETAG_HEADER, withEtag } from '@relance/service-runtime';
import type { FastifyReply } from 'fastify';

/** OpenAPI of the headers {@link created} writes. */
export const CREATED_HEADERS = {
  ...ETAG_HEADER,
  Location: { description: 'Where it is.', schema: { type: 'string' as const } },
};

/** Says where something new is; it starts at version 1, also when the first answer is given again. */
export function created<T extends { id: string }>(reply: FastifyReply, path: string, body: T): T {
  void reply.header('location', `/api/v1${path}/${body.id}`);
  return withEtag(reply, 1, body);
}

/** Keeps secrets out of every cache between here and the browser. */
export function notStored(reply: FastifyReply): void {
  void reply.header('cache-control', 'no-store');
}
