import { createRequire } from 'node:module';

/**
 * Starts traces when there is a collector. The SDK is loaded only then: it costs 25 MiB and a fifth of a second.
 * @returns what flushes and stops them
 */
export function telemetryTo(
  endpoint: string | undefined,
  service: string,
): (() => Promise<void>) | undefined {
  if (!endpoint) return undefined;
  const load = createRequire(__filename);
  const { startTelemetry } = load('./telemetry') as typeof import('./telemetry');
  return startTelemetry(service, endpoint);
}
