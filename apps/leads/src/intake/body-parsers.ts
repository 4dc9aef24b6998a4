import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { ADF_MAX_BYTES } from './adf/parse-adf';

/** An ADF document as it came: its bytes, and the encoding the header names. */
export type AdfBody = { bytes: Buffer; charset: string | undefined };

const ADF_TYPES = ['application/x-adf+xml', 'application/xml', 'text/xml'];
/** Ten gigabytes: a streamed file takes no memory, but one that never ends takes a connection for ever. */
const CSV_MAX_BYTES = 10 * 1024 ** 3;

/** Media types that only intake takes: XML as bytes, CSV as a stream, a form with one file. */
export async function acceptLeadFiles(fastify: FastifyInstance): Promise<void> {
  fastify.addContentTypeParser(
    ADF_TYPES,
    { parseAs: 'buffer', bodyLimit: ADF_MAX_BYTES },
    (request, bytes, done) => {
      const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      done(null, { bytes, charset });
    },
  );
  fastify.addContentTypeParser(['text/csv', 'application/csv'], (_request, payload, done) =>
    done(null, payload),
  );
  await fastify.register(multipart, { limits: { files: 1, fields: 10, fileSize: CSV_MAX_BYTES } });
}
