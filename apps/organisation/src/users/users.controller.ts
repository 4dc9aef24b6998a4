import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentPrincipal,
  IfMatch,
  Needs,
  type ListOf,
  ETAG_HEADER,
  withEtag,
  idParamsSchema,
  type IdParams,
} from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { created, CREATED_HEADERS } from '../requests/answer-headers';
import {
  newUserSchema,
  userChangeSchema,
  userListQuerySchema,
  userListSchema,
  userSchema,
  type NewUser,
  type User,
  type UserChange,
  type UserListQuery,
} from './users.dto';
import { UsersService } from './users.service';

@ApiTags('Users')
@Controller('users')
@Needs('user.read')
export class UsersController {
  constructor(@Inject(UsersService) private readonly users: UsersService) {}

  @Get()
  @ApiOperation({
    summary: 'Users the caller may see',
    description: 'All of them for Admin; for others themselves and those who share a point of sale.',
  })
  @ApiResponse({ status: 200, standardSchema: userListSchema, description: 'One page.' })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: userListQuerySchema }) query: UserListQuery,
  ): Promise<ListOf<User>> {
    return this.users.list(principal, query);
  }

  @Post()
  @Needs('user.write')
  @ApiOperation({
    summary: 'Adds a user',
    description:
      'Without a password they are sent an invitation by e-mail to choose one. 409 `EMAIL_TAKEN` when another user has ' +
      'the address in whatever case; 422 `UNKNOWN_POINT_OF_SALE`. Who is not Admin adds nobody who may more than ' +
      'themselves (403), and somebody to at least one of their own points of sale (422 `POINT_OF_SALE_NEEDED`).',
  })
  @ApiResponse({
    status: 201,
    standardSchema: userSchema,
    description: 'The user was added.',
    headers: CREATED_HEADERS,
  })
  @ApiProblems(409, 422)
  async create(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Body({ schema: newUserSchema }) values: NewUser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User> {
    return created(reply, '/users', await this.users.create(principal, idempotencyKey, values));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One user' })
  @ApiResponse({ status: 200, standardSchema: userSchema, description: 'The user.', headers: ETAG_HEADER })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User> {
    const { user, version } = await this.users.get(principal, id);
    return withEtag(reply, version, user);
  }

  @Patch(':id')
  @Needs('user.write')
  @ApiOperation({
    summary: 'Changes what the body names',
    description:
      'A new password, another role or `active: false` ends the sessions of the user; who loses a point of sale leaves ' +
      'its teams. 409 `LAST_ADMIN` when nobody would be left to administer Relance, `EMAIL_TAKEN` when another user has ' +
      'the address; 422 `UNKNOWN_POINT_OF_SALE`; 403 `OWN_ACCOUNT` for the own password, which `PUT /me/password` changes. ' +
      'Who is not Admin edits nobody who may, or would, more than themselves, ' +
      'of themselves neither role, address, password nor being active, and of people who also work elsewhere nothing ' +
      'but the points of sale they share: 403.',
  })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: userSchema,
    description: 'The user after the change.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(409, 422)
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() version: number,
    @Body({ schema: userChangeSchema }) change: UserChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User> {
    const after = await this.users.change(principal, id, version, change);
    return withEtag(reply, after.version, after.user);
  }

  @Post(':id/invitation')
  @HttpCode(202)
  @Needs('user.write')
  @ApiOperation({
    summary: 'Sends an invitation once more',
    description:
      'To somebody who has chosen no password yet; the link of the one before works no more. Otherwise 409 ' +
      '`NOTHING_TO_INVITE_TO`.',
  })
  @ApiResponse({ status: 202, description: 'The e-mail is on its way.' })
  @ApiProblems(409)
  inviteAgain(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
  ): Promise<void> {
    return this.users.inviteAgain(principal, idempotencyKey, id);
  }
}
