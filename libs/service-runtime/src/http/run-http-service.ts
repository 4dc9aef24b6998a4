import type { Type } from '@nestjs/common';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DocumentBuilder } from '@nestjs/swagger';
import { ServiceTokenVerifier } from '@relance/service-token';
import type { FastifyInstance } from 'fastify';
import { AccessGuard } from '../access/access.guard';
import { guardWithServiceToken } from '../access/service-token.guard';
import { unruledRoutes } from '../access/unruled-routes';
import { HealthCheck } from '../health/health-check';
import { addOperationalRoutes } from '../health/operational-routes';
import { configureLogging, logger } from '../logging/logger';
import { NestLogger } from '../logging/nest-logger';
import { measureRequests, startMetrics } from '../metrics/metrics';
import { openApiDocument } from '../openapi/document';
import { watchRoutes } from '../problems/not-found';
import { ProblemFilter } from '../problems/problem-filter';
import { telemetryTo } from '../telemetry/when-wanted';
import { ValidationPipe } from '../validation/validation-pipe';
import { logRequests } from './access-log';
import { createAdapter } from './fastify-server';
import { shutDownOnSignals } from './shutdown';

export type ProcessOptions = {
  /** Name of the service: in logs, metrics, and as the audience of its tokens, e.g. `leads`. */
  name: string;
  module: Type | Parameters<typeof NestFactory.create>[0];
  host: string;
  port: number;
  logLevel: string;
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`; without it there are no traces. */
  telemetryEndpoint?: string;
  /** Stop on SIGTERM and SIGINT; default true, tests say false. */
  handleSignals?: boolean;
};

export type HttpServiceOptions = ProcessOptions & {
  /** `INTERNAL_TOKEN_SECRET`. `null` only for the gateway, which checks credentials itself. */
  internalTokenSecret: string | null;
  /** Largest body in bytes; default 1 MiB. */
  bodyLimit?: number;
  /** Proxies whose `X-Forwarded-For` is believed. A service believes its caller, the gateway those named here. */
  trustProxy?: string[];
  /** Successful requests logged in a second, at most; the others are counted. Default 50. */
  accessLogPerSecond?: number;
  configureOpenApi?: (builder: DocumentBuilder) => DocumentBuilder;
  /** Registers Fastify plugins and content types before Nest's routes. */
  register?: (fastify: FastifyInstance, app: NestFastifyApplication) => void | Promise<void>;
};

export type RunningService = { app: NestFastifyApplication; url: string; close(): Promise<void> };

/** The health checks among all providers of the application. */
export function findHealthChecks(modules: ModulesContainer): HealthCheck[] {
  const found = new Set<HealthCheck>();
  for (const module of modules.values()) {
    for (const { instance } of module.providers.values()) {
      if (instance instanceof HealthCheck) found.add(instance);
    }
  }
  return [...found];
}

/** Every route lets in whom its decorators name. @throws when a route names nobody */
function guardRoutes(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const unruled = unruledRoutes(app.get(ModulesContainer), reflector);
  if (unruled.length > 0) {
    throw new Error(
      `Nobody is named who may call ${unruled.join(', ')}: add @Needs, @SignedIn or @AllowService.`,
    );
  }
  app.useGlobalGuards(new AccessGuard(reflector));
}

/**
 * Boots a service's HTTP process: logs, correlation, access, validation, problems, health, metrics, OpenAPI,
 * traces, and a graceful end.
 */
export async function runHttpService(options: HttpServiceOptions): Promise<RunningService> {
  const { name, host, port } = options;
  configureLogging(name, options.logLevel);
  const stopTelemetry = telemetryTo(options.telemetryEndpoint, name);
  startMetrics(name);

  const { adapter, fastify } = createAdapter({
    bodyLimit: options.bodyLimit,
    // Only the gateway calls a service, and it says whom it speaks for.
    trustProxy: options.trustProxy ?? options.internalTokenSecret !== null,
  });
  const answerUnknown = watchRoutes(fastify);
  logRequests(fastify, options.accessLogPerSecond);
  measureRequests(fastify);
  if (options.internalTokenSecret !== null) {
    guardWithServiceToken(fastify, new ServiceTokenVerifier(options.internalTokenSecret, name));
  }
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    logger: new NestLogger(),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new ValidationPipe());
  if (options.internalTokenSecret !== null) guardRoutes(app);
  await options.register?.(fastify, app);

  let checks: HealthCheck[] = [];
  if (options.internalTokenSecret !== null) {
    addOperationalRoutes(fastify, name, () => checks);
    let document: string | undefined;
    fastify.get('/internal/openapi.json', (_request, reply) => {
      document ??= JSON.stringify(openApiDocument(app, name, options.configureOpenApi));
      return reply.header('content-type', 'application/json; charset=utf-8').send(document);
    });
  }
  // Ours knows 405; Nest would set its own during init.
  adapter.setNotFoundHandler = () => fastify as never;
  fastify.setNotFoundHandler(answerUnknown);
  await app.init();
  checks = findHealthChecks(app.get(ModulesContainer));
  await app.listen(port, host);

  const close = async (): Promise<void> => {
    removeHandlers?.();
    await app.close();
    await stopTelemetry?.();
  };
  const removeHandlers = options.handleSignals === false ? undefined : shutDownOnSignals(close);
  const url = await app.getUrl();
  logger.info({ url }, 'listening');
  return { app, url, close };
}
