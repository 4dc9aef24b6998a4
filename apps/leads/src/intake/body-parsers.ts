import multipart from '@fastify/multipart';
import { errorCodes, type FastifyInstance } from 'fastify';
import { parseUrlencoded } from '../lead-forms/urlencoded';
import { ADF_MAX_BYTES } from './adf/parse-adf';

/** An ADF document as it came: its bytes, and the encoding the header names. */
export type AdfBody = { bytes: Buffer; charset: string | undefined };

const ADF_TYPES = ['application/x-adf+xml', 'application/xml', 'text/xml'];
/** Ten gigabytes: a streamed file takes no memory, but one that never ends takes a connection for ever. */
const CSV_MAX_BYTES = 10 * 1024 ** 3;

const FORM_TYPE = 'application/x-www-form-urlencoded';
/** A form of a website: the longest message, each of its characters written as `%C3%A9` and the like. */
const FORM_MAX_BYTES = 256 * 1024;

/** Media types that only intake takes: XML as bytes, CSV as a stream, forms of websites, a form with one file. */
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
  fastify.addContentTypeParser(
    FORM_TYPE,
    { parseAs: 'buffer', bodyLimit: FORM_MAX_BYTES },
    (request, bytes, done) => {
      if (request.url.startsWith('/forms/')) done(null, parseUrlencoded(bytes as Buffer));
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(FORM_TYPE));
    },
  );
  await fastify.register(multipart, { limits: { files: 1, fields: 10, fileSize: CSV_MAX_BYTES } });
}
