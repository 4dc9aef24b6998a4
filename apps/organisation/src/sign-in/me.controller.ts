import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentUser, SignedIn } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { OwnAccountService } from './own-account.service';
import {
  passwordChangeSchema,
  signedInUserSchema,
  type PasswordChange,
  type SignedInUser,
} from './sign-in.dto';
import { SignInService } from './sign-in.service';

@ApiTags('Sign-in')
@Controller('me')
@SignedIn()
export class MeController {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(OwnAccountService) private readonly ownAccount: OwnAccountService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiResponse({ status: 200, standardSchema: signedInUserSchema, description: 'The user, as in login.' })
  me(@CurrentUser() user: UserPrincipal): Promise<SignedInUser> {
    return this.signIn.me(user.userId);
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Changes one’s own password',
    description:
      'Ends the other sessions. Access tokens given before are good no more: go on with `POST /auth/refresh`. ' +
      '422 `WRONG_PASSWORD` when the current one is wrong; after five of those, 429 for a while.',
  })
  @ApiResponse({ status: 204, description: 'The password is changed.' })
  @ApiProblems(422)
  changePassword(
    @CurrentUser() user: UserPrincipal,
    @Body({ schema: passwordChangeSchema }) change: PasswordChange,
  ): Promise<void> {
    return this.ownAccount.change(user, change);
  }
}
