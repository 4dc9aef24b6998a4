import { Module, type DynamicModule } from '@nestjs/common';
import type { GatewayConfig } from './config';
import { DocsController } from './documentation/docs.controller';
import { MergedDocument } from './documentation/merged-document';
import { OpenApiController } from './documentation/openapi.controller';
import { HealthController } from './health/health.controller';
import { UpstreamHealth } from './health/upstream-health';
import { MetricsController } from './health/metrics.controller';

/** What the gateway answers itself. It keeps nothing: any number of them can run side by side. */
@Module({})
export class GatewayModule {
  static forConfig(config: GatewayConfig): DynamicModule {
    const services = { organisation: config.ORGANISATION_URL, leads: config.LEADS_URL };
    return {
      module: GatewayModule,
      controllers: [HealthController, MetricsController, OpenApiController, DocsController],
      providers: [
        { provide: UpstreamHealth, useFactory: () => new UpstreamHealth(services) },
        { provide: MergedDocument, useFactory: () => new MergedDocument(services) },
      ],
    };
  }
}
