import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { signedInUserSchema, type SignedInUser } from './sign-in.dto';
import { SignInService } from './sign-in.service';

@ApiTags('Sign-in')
@Controller('me')
@SignedIn()
export class MeController {
  constructor(@Inject(SignInService) private readonly signIn: SignInService) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiResponse({ status: 200, standardSchema: signedInUserSchema, description: 'The user, as in login.' })
  me(@CurrentUser() user: UserPrincipal): Promise<SignedInUser> {
    return this.signIn.me(user.userId);
  }
}
