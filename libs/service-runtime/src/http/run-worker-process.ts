import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { addOperationalRoutes } from '../health/operational-routes';
import { configureLogging, logger } from '../logging/logger';
import { NestLogger } from '../logging/nest-logger';
import { startMetrics } from '../metrics/metrics';
import { telemetryTo } from '../telemetry/when-wanted';
import { createBareServer } from './fastify-server';
import { findHealthChecks, type ProcessOptions } from './run-http-service';
import { shutDownOnSignals } from './shutdown';

export type RunningWorker = { app: INestApplicationContext; url: string; close(): Promise<void> };

/**
 * Boots a process that serves no API: its module's providers start their work in `onApplicationBootstrap` and end
 * it in `beforeApplicationShutdown`. Over HTTP it answers health and metrics only.
 */
export async function runWorkerProcess(options: ProcessOptions): Promise<RunningWorker> {
  const { name, host, port } = options;
  configureLogging(name, options.logLevel);
  const stopTelemetry = telemetryTo(options.telemetryEndpoint, name);
  startMetrics(name);
  const app = await NestFactory.createApplicationContext(options.module, {
    logger: new NestLogger(),
    abortOnError: false,
  });
  const checks = findHealthChecks(app.get(ModulesContainer));
  const server = createBareServer();
  addOperationalRoutes(server, name, () => checks);
  const url = await server.listen({ host, port });

  const close = async (): Promise<void> => {
    removeHandlers?.();
    await app.close();
    await server.close();
    await stopTelemetry?.();
  };
  const removeHandlers = options.handleSignals === false ? undefined : shutDownOnSignals(close);
  logger.info({ url }, 'listening');
  return { app, url, close };
}
