import 'reflect-metadata';
import { runWorkerProcess } from '@relance/service-runtime';
import { LeadsConfig } from './config';
import { LeadsWorkerModule } from './leads-worker.module';

async function main(): Promise<void> {
  const config = LeadsConfig.read();
  await runWorkerProcess({
    name: 'leads-worker',
    module: LeadsWorkerModule.forConfig(config),
    host: config.env.HOST,
    port: config.env.PORT,
    logLevel: config.env.LOG_LEVEL,
    telemetryEndpoint: config.env.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
}

void main();
