import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AllowService, ApiProblems } from '@relance/service-runtime';
import type { FastifyRequest } from 'fastify';
import { clientAddress } from '../sign-in/client-address';
import {
  passwordResetConfirmationSchema,
  passwordResetSchema,
  type PasswordReset,
  type PasswordResetConfirmation,
} from './password-links.dto';
import { PasswordLinksService } from './password-links.service';

/** For people who cannot sign in: called by the gateway on its own account. */
@ApiTags('Sign-in')
@Controller('auth/password-reset')
@AllowService()
export class PasswordLinksController {
  constructor(@Inject(PasswordLinksService) private readonly links: PasswordLinksService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Asks for a link to choose another password',
    description:
      'The same answer whether or not somebody has this e-mail address. The link works for an hour and once; asking ' +
      'again replaces it. Too many for one account are not sent; too many from one network address: 429.',
  })
  @ApiResponse({ status: 202, description: 'If somebody has this address, an e-mail is on its way.' })
  request(
    @Body({ schema: passwordResetSchema }) { email }: PasswordReset,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.links.requestReset(email, clientAddress(request));
  }

  @Post('confirm')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Chooses the password a link is for',
    description:
      'Ends every session of that person; sign in with the new password. 422 `PASSWORD_LINK_INVALID` when the link was ' +
      'used, has expired or was replaced.',
  })
  @ApiResponse({ status: 204, description: 'The password is chosen.' })
  @ApiProblems(422)
  confirm(
    @Body({ schema: passwordResetConfirmationSchema }) confirmation: PasswordResetConfirmation,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.links.confirm(confirmation, clientAddress(request));
  }
}
