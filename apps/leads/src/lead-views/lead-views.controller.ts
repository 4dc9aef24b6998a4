import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, IdempotencyService } from '@relance/idempotency';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentUser,
  ETAG_HEADER,
  idParamsSchema,
  IfMatch,
  Needs,
  withEtag,
  type IdParams,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import {
  leadViewBody,
  leadViewSchema,
  leadViewsSchema,
  newLeadViewBody,
  type LeadViewBody,
  type NewLeadViewBody,
  type SavedLeadView,
} from './lead-views.schema';
import { LeadViews } from './lead-views.service';

/** « + vue »: filters of the list that a person keeps under a name. */
@ApiTags('Views of leads')
@Controller('lead-views')
@Needs('lead.read')
export class LeadViewsController {
  constructor(
    private readonly views: LeadViews,
    private readonly idempotency: IdempotencyService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listLeadViews', summary: 'My views, in my order; 50 at most' })
  @ApiResponse({ status: 200, standardSchema: leadViewsSchema, description: 'All of them.' })
  async list(@CurrentUser() { userId }: UserPrincipal): Promise<{ items: SavedLeadView[] }> {
    return { items: await this.views.of(userId) };
  }

  @Post()
  @ApiOperation({ operationId: 'createLeadView', summary: 'Keeps filters of the list under a name' })
  @ApiResponse({
    status: 201,
    standardSchema: leadViewSchema,
    description: 'The view; it stands last.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(409)
  async create(
    @CurrentUser() principal: UserPrincipal,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: newLeadViewBody }) body: NewLeadViewBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedLeadView> {
    const request = { operation: 'lead-views.create', subject: principal.userId, body };
    const { body: view } = await this.idempotency.run(principal, key, request, async (tx) => ({
      status: 201,
      body: await this.views.create(tx, principal.userId, body),
    }));
    return withEtag(reply, view.version, view);
  }

  @Put(':id')
  @ApiOperation({ operationId: 'saveLeadView', summary: 'Renames a view of mine, changes it, or moves it' })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: leadViewSchema,
    description: 'The view as it is now.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(409)
  async save(
    @CurrentUser() { userId }: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() expectedVersion: number,
    @Body({ schema: leadViewBody }) body: LeadViewBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedLeadView> {
    const view = await this.views.save(userId, id, expectedVersion, body);
    return withEtag(reply, view.version, view);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteLeadView', summary: 'Deletes a view of mine' })
  @ApiResponse({ status: 204, description: 'It is gone.' })
  delete(
    @CurrentUser() { userId }: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
  ): Promise<void> {
    return this.views.delete(userId, id);
  }
}
