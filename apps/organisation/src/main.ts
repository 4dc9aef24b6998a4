import 'reflect-metadata';
import { runHttpService } from '@relance/service-runtime';
import { organisationConfig } from './config';
import { OrganisationModule } from './organisation.module';

const config = organisationConfig();

void runHttpService({
  name: 'organisation',
  module: OrganisationModule.forConfig(config),
  host: config.HOST,
  port: config.PORT,
  logLevel: config.LOG_LEVEL,
  accessLogPerSecond: config.ACCESS_LOG_PER_SECOND,
  telemetryEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
  internalTokenSecret: config.INTERNAL_TOKEN_SECRET,
});
