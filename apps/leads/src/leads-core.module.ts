import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule } from '@relance/database';
import { IdempotencyModule } from '@relance/idempotency';
import { ServiceTokenSigner } from '@relance/service-token';
import { LeadsConfig } from './config';
import { SettingsVersions } from './incoming-lead-settings/settings-versions';
import { LeadSourceDirectory } from './organisation-projection/lead-source-directory';
import { MemberDirectory } from './organisation-projection/member-directory';
import { OrganisationFeed } from './organisation-projection/organisation-feed';
import { PointOfSaleDirectory } from './organisation-projection/point-of-sale-directory';
import { LeadTransaction } from './lifecycle/lead-transaction';

const shared = [
  ...[SettingsVersions, OrganisationFeed, PointOfSaleDirectory, MemberDirectory, LeadSourceDirectory],
  LeadTransaction,
];

/** What the HTTP process and the worker process share. */
@Global()
@Module({})
export class LeadsCoreModule {
  static forConfig(
    config: LeadsConfig,
    options: { applicationName: string; poolSize: number },
  ): DynamicModule {
    return {
      module: LeadsCoreModule,
      imports: [
        DatabaseModule.forRoot({ url: config.env.LEADS_DATABASE_URL, schema: 'leads', ...options }),
        IdempotencyModule.forRoot({ schema: 'leads' }),
      ],
      providers: [
        { provide: LeadsConfig, useValue: config },
        {
          provide: ServiceTokenSigner,
          useFactory: () => new ServiceTokenSigner(config.env.INTERNAL_TOKEN_SECRET, 'leads'),
        },
        ...shared,
      ],
      exports: [LeadsConfig, ServiceTokenSigner, ...shared],
    };
  }
}
