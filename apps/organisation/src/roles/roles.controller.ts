import { Body, Controller, Get, Inject, Param, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentUser,
  ETAG_HEADER,
  IfMatch,
  Needs,
  withEtag,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import {
  newPermissionsSchema,
  roleListSchema,
  roleParamsSchema,
  roleRightsSchema,
  type NewPermissions,
  type RoleList,
  type RoleParams,
  type RoleRights,
} from './roles.dto';
import { RolesService } from './roles.service';

@ApiTags('Roles')
@Controller('roles')
@Needs('role.write')
export class RolesController {
  constructor(@Inject(RolesService) private readonly roles: RolesService) {}

  @Get()
  @ApiOperation({ summary: 'What each role may see and do (Admin, S2.12)' })
  @ApiResponse({ status: 200, standardSchema: roleListSchema, description: 'Every role.' })
  async list(): Promise<RoleList> {
    return { items: await this.roles.list() };
  }

  @Put(':role/permissions')
  @ApiOperation({
    summary: 'Says what a role may see and do (Admin, S2.12)',
    description:
      'It holds within two seconds for everybody who is signed in, both ways. `If-Match` is the `version` in quotes. ' +
      '409 `ROLE_NOT_EDITABLE` for Admin; 422 `PERMISSION_NOT_GRANTABLE` for what only Admin can have, ' +
      '`LEAD_READ_NEEDED` for what shows leads (all on leads but `lead.create` and `lead.import`) without `lead.read`.',
  })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: roleRightsSchema,
    description: 'The role after the change.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(409, 422)
  async save(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: roleParamsSchema }) { role }: RoleParams,
    @IfMatch() version: number,
    @Body({ schema: newPermissionsSchema }) { permissions }: NewPermissions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleRights> {
    const saved = await this.roles.save(principal, role, version, permissions);
    return withEtag(reply, saved.version, saved);
  }
}
