import { createRequire } from 'node:module';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { incomingWithoutQuery, outgoingWithoutQuery } from './without-queries';

/**
 * Sends traces of HTTP and PostgreSQL to an OTLP/HTTP collector. Statements go without their values,
 * addresses without their queries.
 * @param endpoint base URL of the collector (`OTEL_EXPORTER_OTLP_ENDPOINT`)
 * @returns what flushes and stops it
 */
export function startTelemetry(service: string, endpoint: string): () => Promise<void> {
  const sdk = new NodeSDK({
    serviceName: `relance-${service}`,
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    // Metrics are scraped from /metrics, logs are lines on standard output: neither goes to the collector.
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => /^\/(?:api\/)?(?:health|metrics)/.test(url ?? ''),
        startIncomingSpanHook: incomingWithoutQuery,
        startOutgoingSpanHook: outgoingWithoutQuery,
      }),
      new PgInstrumentation({ enhancedDatabaseReporting: false, requireParentSpan: true }),
    ],
  });
  sdk.start();
  // What was loaded before is instrumented the next time it is required: now.
  const load = createRequire(__filename);
  for (const name of ['node:http', 'node:https', 'pg']) load(name);
  return () => sdk.shutdown();
}
