import { Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { OwnAccountService } from './own-account.service';
import { RefreshCookie } from './refresh-cookie';

/** For somebody who left a machine behind: asked for with an access token, unlike the rest of signing in and out. */
@ApiTags('Sign-in')
@Controller('auth')
@SignedIn()
export class SignOutEverywhereController {
  constructor(
    @Inject(OwnAccountService) private readonly account: OwnAccountService,
    @Inject(RefreshCookie) private readonly cookie: RefreshCookie,
  ) {}

  @Post('logout-everywhere')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Signs out everywhere',
    description: 'Ends every session of the caller, this one included, and makes their access tokens void.',
  })
  @ApiResponse({ status: 204, description: 'Nobody is signed in any more with this account.' })
  async signOutEverywhere(
    @CurrentUser() user: UserPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.account.signOutEverywhere(user);
    void reply.header('set-cookie', this.cookie.clear());
  }
}
