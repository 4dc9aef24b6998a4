import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule } from '@relance/database';
import { EventFeedModule } from '@relance/event-log';
import { IdempotencyModule } from '@relance/idempotency';
import { AccessController } from './access/access.controller';
import { ApiKeyResolutionController } from './api-keys/api-key-resolution.controller';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { ApiKeysService } from './api-keys/api-keys.service';
import type { OrganisationConfig } from './config';
import { SCHEMA } from './events/organisation-log';
import { Housekeeping } from './housekeeping/housekeeping';
import { PointsOfSaleController } from './points-of-sale/points-of-sale.controller';
import { PointsOfSaleService } from './points-of-sale/points-of-sale.service';
import { RolesController } from './roles/roles.controller';
import { RolesService } from './roles/roles.service';
import { SecretKeeper } from './secrets/secret-keeper';
import { AccessTokenSigner } from './sign-in/access-token';
import { AuthController } from './sign-in/auth.controller';
import { MeController } from './sign-in/me.controller';
import { RefreshCookie } from './sign-in/refresh-cookie';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { SignInService } from './sign-in/sign-in.service';
import { UsersController } from './users/users.controller';
import { UsersService } from './users/users.service';

/** What a test or a process has to say about the service. */
export type OrganisationModuleConfig = Pick<
  OrganisationConfig,
  'ORGANISATION_DATABASE_URL' | 'ACCESS_TOKEN_SECRET' | 'PUBLIC_URL'
>;

/** Points of sale, users, roles, API keys and sign-in, on the schema `organisation`. */
@Module({})
export class OrganisationModule {
  static forConfig(config: OrganisationModuleConfig): DynamicModule {
    return {
      module: OrganisationModule,
      imports: [
        DatabaseModule.forRoot({
          url: config.ORGANISATION_DATABASE_URL,
          schema: SCHEMA,
          applicationName: 'organisation',
        }),
        IdempotencyModule.forRoot({ schema: SCHEMA }),
        EventFeedModule.forRoot({ schema: SCHEMA }),
      ],
      controllers: [
        PointsOfSaleController,
        UsersController,
        ApiKeysController,
        ApiKeyResolutionController,
        AuthController,
        MeController,
        RolesController,
        AccessController,
      ],
      providers: [
        PointsOfSaleService,
        UsersService,
        ApiKeysService,
        SignInService,
        SignInAttempts,
        RolesService,
        Housekeeping,
        { provide: SecretKeeper, useFactory: () => new SecretKeeper(config.ACCESS_TOKEN_SECRET) },
        { provide: AccessTokenSigner, useFactory: () => new AccessTokenSigner(config.ACCESS_TOKEN_SECRET) },
        { provide: RefreshCookie, useFactory: () => new RefreshCookie(config.PUBLIC_URL) },
      ],
    };
  }
}
