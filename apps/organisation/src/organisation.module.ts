import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule } from '@relance/database';
import { EventFeedModule } from '@relance/event-log';
import { IdempotencyModule } from '@relance/idempotency';
import { AccessController } from './access/access.controller';
import { ApiKeyResolutionController } from './api-keys/api-key-resolution.controller';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AttemptCounter } from './attempts/attempt-counter';
import type { OrganisationConfig } from './config';
import { SCHEMA } from './events/organisation-log';
import { Housekeeping } from './housekeeping/housekeeping';
import { LeadSourcesController } from './lead-sources/lead-sources.controller';
import { LeadSourcesService } from './lead-sources/lead-sources.service';
import { Mailer } from './mail/mailer';
import { LinkTokens } from './password-links/link-token';
import { PasswordLinksController } from './password-links/password-links.controller';
import { PasswordLinksService } from './password-links/password-links.service';
import { PasswordMailDispatcher } from './password-links/password-mail.dispatcher';
import { PublicAddress } from './password-links/public-address';
import { PointsOfSaleController } from './points-of-sale/points-of-sale.controller';
import { PointsOfSaleService } from './points-of-sale/points-of-sale.service';
import { RolesController } from './roles/roles.controller';
import { RolesService } from './roles/roles.service';
import { SecretKeeper } from './secrets/secret-keeper';
import { AccessTokenSigner } from './sign-in/access-token';
import { AuthController } from './sign-in/auth.controller';
import { MeController } from './sign-in/me.controller';
import { OwnAccountService } from './sign-in/own-account.service';
import { RefreshCookie } from './sign-in/refresh-cookie';
import { RefreshTokenSuccession } from './sign-in/refresh-token';
import { SignOutEverywhereController } from './sign-in/sign-out-everywhere.controller';
import { SignInService } from './sign-in/sign-in.service';
import { TeamsController } from './teams/teams.controller';
import { TeamsService } from './teams/teams.service';
import { UsersController } from './users/users.controller';
import { UsersService } from './users/users.service';

/** What a test or a process has to say about the service. */
export type OrganisationModuleConfig = Pick<
  OrganisationConfig,
  'ORGANISATION_DATABASE_URL' | 'ACCESS_TOKEN_SECRET' | 'PUBLIC_URL' | 'SMTP_URL' | 'MAIL_FROM'
>;

/** Points of sale, users, teams, roles, API keys, lead sources and sign-in, on the schema `organisation`. */
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
        TeamsController,
        ApiKeysController,
        ApiKeyResolutionController,
        LeadSourcesController,
        AuthController,
        SignOutEverywhereController,
        PasswordLinksController,
        MeController,
        RolesController,
        AccessController,
      ],
      providers: [
        PointsOfSaleService,
        UsersService,
        TeamsService,
        ApiKeysService,
        LeadSourcesService,
        SignInService,
        OwnAccountService,
        PasswordLinksService,
        PasswordMailDispatcher,
        AttemptCounter,
        RolesService,
        Housekeeping,
        { provide: SecretKeeper, useFactory: () => new SecretKeeper(config.ACCESS_TOKEN_SECRET) },
        { provide: AccessTokenSigner, useFactory: () => new AccessTokenSigner(config.ACCESS_TOKEN_SECRET) },
        { provide: RefreshCookie, useFactory: () => new RefreshCookie(config.PUBLIC_URL) },
        {
          provide: RefreshTokenSuccession,
          useFactory: () => new RefreshTokenSuccession(config.ACCESS_TOKEN_SECRET),
        },
        { provide: PublicAddress, useFactory: () => new PublicAddress(config.PUBLIC_URL) },
        { provide: LinkTokens, useFactory: () => new LinkTokens(config.ACCESS_TOKEN_SECRET) },
        {
          provide: Mailer,
          useFactory: () => new Mailer(config.SMTP_URL, config.MAIL_FROM, config.PUBLIC_URL),
        },
      ],
    };
  }
}
