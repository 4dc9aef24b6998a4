import 'reflect-metadata';
import { runHttpService } from '@relance/service-runtime';
import { LeadsConfig } from './config';
import { acceptLeadFiles } from './intake/body-parsers';
import { LeadsModule } from './leads.module';

async function main(): Promise<void> {
  const config = LeadsConfig.read();
  await runHttpService({
    name: 'leads',
    module: LeadsModule.forConfig(config),
    host: config.env.HOST,
    port: config.env.PORT,
    logLevel: config.env.LOG_LEVEL,
    accessLogPerSecond: config.env.ACCESS_LOG_PER_SECOND,
    telemetryEndpoint: config.env.OTEL_EXPORTER_OTLP_ENDPOINT,
    internalTokenSecret: config.env.INTERNAL_TOKEN_SECRET,
    register: acceptLeadFiles,
  });
}

void main();
