import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentPrincipal,
  ETAG_HEADER,
  idParamsSchema,
  IfMatch,
  Needs,
  withEtag,
  type IdParams,
  type ListOf,
} from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { created, CREATED_HEADERS } from '../requests/answer-headers';
import {
  newTeamSchema,
  teamChangeSchema,
  teamListQuerySchema,
  teamListSchema,
  teamSchema,
  type NewTeam,
  type Team,
  type TeamChange,
  type TeamListQuery,
} from './teams.dto';
import { TeamsService } from './teams.service';

@ApiTags('Teams')
@Controller('teams')
@Needs('user.read')
export class TeamsController {
  constructor(@Inject(TeamsService) private readonly teams: TeamsService) {}

  @Get()
  @ApiOperation({ summary: 'Teams of the points of sale the caller may see' })
  @ApiResponse({ status: 200, standardSchema: teamListSchema, description: 'One page.' })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: teamListQuerySchema }) query: TeamListQuery,
  ): Promise<ListOf<Team>> {
    return this.teams.list(principal, query);
  }

  @Post()
  @Needs('team.write')
  @ApiOperation({
    summary: 'Adds a team to a point of sale',
    description:
      '422 `UNKNOWN_POINT_OF_SALE`, and `MEMBER_NOT_OF_POINT_OF_SALE` when somebody named does not belong to it. ' +
      'A member who loses the point of sale leaves the team.',
  })
  @ApiResponse({
    status: 201,
    standardSchema: teamSchema,
    description: 'The team was added.',
    headers: CREATED_HEADERS,
  })
  @ApiProblems(422)
  async create(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Body({ schema: newTeamSchema }) values: NewTeam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Team> {
    return created(reply, '/teams', await this.teams.create(principal, idempotencyKey, values));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One team' })
  @ApiResponse({ status: 200, standardSchema: teamSchema, description: 'The team.', headers: ETAG_HEADER })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Team> {
    const team = await this.teams.get(principal, id);
    return withEtag(reply, team.version, team);
  }

  @Patch(':id')
  @Needs('team.write')
  @ApiOperation({
    summary: 'Changes what the body names: the name, the members',
    description:
      '422 `MEMBER_NOT_OF_POINT_OF_SALE` when somebody named does not belong to the point of sale.',
  })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: teamSchema,
    description: 'The team after the change.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(422)
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() version: number,
    @Body({ schema: teamChangeSchema }) change: TeamChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Team> {
    const team = await this.teams.change(principal, id, version, change);
    return withEtag(reply, team.version, team);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('team.write')
  @ApiOperation({ summary: 'Dissolves a team', description: 'Its members stay where they are.' })
  @ApiResponse({ status: 204, description: 'There is no such team any more.' })
  remove(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
  ): Promise<void> {
    return this.teams.remove(principal, id);
  }
}
