import { runHttpService, type RunningService } from '@relance/service-runtime';
import type { GatewayConfig } from './config';
import { GatewayModule } from './gateway.module';
import { DEFAULT_LIVE_OPTIONS, type LiveOptions } from './live/live-events';
import { registerLive } from './live/live-routes';
import { RateLimits } from './rate-limits/rate-limits';
import { Entrance } from './routing/entrance';
import { registerProxy } from './routing/proxy';
import { registerSecurityHeaders } from './security-headers';
import { registerWeb } from './web/web-routes';

/** Starts the gateway: its own pages by Nest, everything under `/api/v1` by the proxy. */
export function startGateway(
  config: GatewayConfig,
  handleSignals = true,
  live: LiveOptions = DEFAULT_LIVE_OPTIONS,
): Promise<RunningService> {
  return runHttpService({
    name: 'gateway',
    module: GatewayModule.forConfig(config),
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    accessLogPerSecond: config.ACCESS_LOG_PER_SECOND,
    telemetryEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    internalTokenSecret: null,
    trustProxy: config.TRUSTED_PROXIES,
    handleSignals,
    register: async (fastify) => {
      await registerSecurityHeaders(fastify, config.PUBLIC_URL);
      const entrance = new Entrance(config, await RateLimits.register(fastify, config));
      registerLive(fastify, config, entrance, live);
      await registerProxy(fastify, config, entrance);
      registerWeb(fastify, config.WEB_ROOT);
    },
  });
}
