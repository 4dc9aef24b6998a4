import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

/**
 * How often the event loop's lag is sampled, in ms; `nodejs_eventloop_lag_p99_seconds` and the like contain it. At the 10 ms
 * that prom-client takes by itself an idle process burns most of its processor time on this timer.
 */
const EVENT_LOOP_SAMPLE_MS = 100;

/** Starts Node's own metrics; `service` becomes a label of every metric of this process. */
export function startMetrics(service: string): void {
  register.setDefaultLabels({ service });
  if (!register.getSingleMetric('process_cpu_seconds_total')) {
    collectDefaultMetrics({ eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLE_MS });
  }
}

/** Times every request by route, method and status class: `http_request_duration_seconds`. */
export function measureRequests(fastify: FastifyInstance): void {
  const duration =
    (register.getSingleMetric('http_request_duration_seconds') as Histogram | undefined) ??
    new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer a request, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    });
  const children = new Map<string, ReturnType<typeof duration.labels>>();
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const id = `${request.method} ${route} ${reply.statusCode}`;
    let child = children.get(id);
    if (!child) {
      child = duration.labels(request.method, route, String(reply.statusCode));
      children.set(id, child);
    }
    child.observe(reply.elapsedTime / 1000);
    done();
  });
}
