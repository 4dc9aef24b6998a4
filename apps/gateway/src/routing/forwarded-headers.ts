import { context, propagation } from '@opentelemetry/api';
import { CORRELATION_HEADER } from '@relance/service-runtime';
import { SERVICE_TOKEN_HEADER } from '@relance/service-token';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Never passed on: what belongs to one connection, what only the gateway may say, and credentials, which end here.
 * `expect` was answered by the gateway's own server.
 */
const KEPT_HERE = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'http2-settings',
  'expect',
  'authorization',
  'x-api-key',
  'forwarded',
  'x-real-ip',
  'x-forwarded-port',
  'x-forwarded-prefix',
];

const NOT_RETURNED = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'proxy-authenticate',
  'upgrade',
  'trailer',
];

/** The headers a service receives: those of the caller, and what the gateway vouches for. */
export function headersForService(
  request: FastifyRequest,
  headers: IncomingHttpHeaders,
  token: string,
  cookies: boolean,
): IncomingHttpHeaders {
  for (const name of KEPT_HERE) delete headers[name];
  if (!cookies) delete headers.cookie;
  if (request.body === undefined || request.body === null) {
    // Fastify reads no body for GET and HEAD: one that was announced all the same does not go on.
    delete headers['content-length'];
    delete headers['transfer-encoding'];
  }
  headers[SERVICE_TOKEN_HEADER] = token;
  headers[CORRELATION_HEADER] = request.correlationId;
  headers['x-forwarded-for'] = request.ip;
  headers['x-forwarded-proto'] = request.protocol;
  headers['x-forwarded-host'] = request.host;
  // The trace goes on in the service; without a collector this does nothing.
  propagation.inject(context.active(), headers);
  return headers;
}

/** The headers a caller receives: those of the service, without what belongs to the connection between us. */
export function headersForCaller(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  for (const name of NOT_RETURNED) delete headers[name];
  return headers;
}
