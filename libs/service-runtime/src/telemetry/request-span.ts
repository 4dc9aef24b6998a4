import { trace } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';

/** Attribute of spans that carries our correlation id, as logs do. */
export const CORRELATION_ATTRIBUTE = 'relance.correlation_id';

/** Gives the span of a request, if there is one, its route as its name and its correlation id. */
export function describeRequestSpan(request: FastifyRequest): void {
  const span = trace.getActiveSpan();
  if (!span) return;
  span.setAttribute(CORRELATION_ATTRIBUTE, request.correlationId);
  const route = request.routeOptions.url;
  if (route === undefined) return;
  span.setAttribute('http.route', route);
  span.updateName(`${request.method} ${route}`);
}
