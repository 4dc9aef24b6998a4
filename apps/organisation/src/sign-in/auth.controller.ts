import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AllowService, ForbiddenError } from '@relance/service-runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notStored } from '../requests/answer-headers';
import { clientAddress } from './client-address';
import { RefreshCookie } from './refresh-cookie';
import { credentialsSchema, signedInSchema, type Credentials, type SignedIn } from './sign-in.dto';
import { SessionEndedError } from './sign-in.errors';
import { SignInService, type SignedInWithToken } from './sign-in.service';

const COOKIE_HEADER = {
  'Set-Cookie': {
    description: 'The refresh cookie `relance_refresh` (HttpOnly, SameSite=Strict).',
    schema: { type: 'string' as const },
  },
};

/**
 * Signing in and out, called by the gateway on its own account. No `Idempotency-Key` here: an answer holds
 * tokens, which are stored nowhere, and a repetition must not get them a second time.
 */
@ApiTags('Sign-in')
@Controller('auth')
@AllowService()
export class AuthController {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(RefreshCookie) private readonly cookie: RefreshCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Signs in',
    description:
      '401 `INVALID_CREDENTIALS` whether the address is unknown, the account inactive or the password wrong. ' +
      'After five failures from one place, thirty from all, or fifty of one place for whatever accounts, each further one ' +
      'has to wait longer, up to 15 minutes: 429, whether or not somebody has the address. Where an account has signed in ' +
      'before only its own failures there count. A link for another password (`POST /auth/password-reset`) lifts it.',
  })
  @ApiResponse({
    status: 200,
    standardSchema: signedInSchema,
    description: 'Signed in.',
    headers: COOKIE_HEADER,
  })
  async login(
    @Body({ schema: credentialsSchema }) credentials: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    notStored(reply);
    return this.give(reply, await this.signIn.signIn(credentials, clientAddress(request)));
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Goes on with a session by its refresh cookie',
    description:
      'Each cookie is good for one use and replaced by the next; one used more than ten seconds before ends the session. ' +
      '401 `SESSION_ENDED`: sign in again.',
  })
  @ApiResponse({
    status: 200,
    standardSchema: signedInSchema,
    description: 'Signed in.',
    headers: COOKIE_HEADER,
  })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    notStored(reply);
    refuseOtherSites(request);
    try {
      return this.give(reply, await this.signIn.refresh(this.cookie.read(request.headers.cookie)));
    } catch (error) {
      if (error instanceof SessionEndedError) void reply.header('set-cookie', this.cookie.clear());
      throw error;
    }
  }

  @Post('logout')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Signs out',
    description: 'Ends the session of the refresh cookie, if there is one.',
  })
  @ApiResponse({ status: 204, description: 'Nobody is signed in any more.' })
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    notStored(reply);
    refuseOtherSites(request);
    await this.signIn.signOut(this.cookie.read(request.headers.cookie));
    void reply.header('set-cookie', this.cookie.clear());
  }

  private give(reply: FastifyReply, { answer, refresh }: SignedInWithToken): SignedIn {
    if (refresh) void reply.header('set-cookie', this.cookie.set(refresh.token, refresh.expiresAt));
    return answer;
  }
}

/**
 * Browsers say which site a request comes from: another one has no business with the refresh cookie, also where the
 * browser would send it (`SameSite` knows registrable domains, not hosts). Other programs say nothing.
 * @throws ForbiddenError
 */
function refuseOtherSites({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'] ?? 'none';
  if (site !== 'same-origin' && site !== 'none') throw new ForbiddenError('This is for Relance’s own pages.');
}
