import type { IncomingMessage, RequestOptions } from 'node:http';
import type { Attributes } from '@opentelemetry/api';

/** Attributes by which the old and the new conventions carry what stands behind the question mark. */
const WITH_QUERY = ['url.query', 'http.target', 'http.url'] as const;

/** People are searched for by name and telephone: what a span says of a request that came in stops before its query. */
export function incomingWithoutQuery({ url = '' }: Pick<IncomingMessage, 'url'>): Attributes {
  return url.includes('?') ? nothingOf(WITH_QUERY) : {};
}

/** The same for a request of ours, whose whole address a span would carry. */
export function outgoingWithoutQuery(request: RequestOptions): Attributes {
  if (!request.path?.includes('?')) return {};
  const { protocol = 'http:', hostname, host = hostname ?? 'localhost', port } = request;
  const place = port === undefined || port === null ? host : `${hostname ?? host}:${port}`;
  const address = `${protocol}//${place}${request.path.split('?')[0]}`;
  return { ...nothingOf(WITH_QUERY), 'url.full': address };
}

/** An attribute without a value is left out. */
function nothingOf(names: readonly string[]): Attributes {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
