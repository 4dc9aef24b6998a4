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
  leadSourceChangeSchema,
  leadSourceListQuerySchema,
  leadSourceListSchema,
  leadSourceSchema,
  newLeadSourceSchema,
  type LeadSource,
  type LeadSourceChange,
  type LeadSourceListQuery,
  type NewLeadSource,
} from './lead-sources.dto';
import { LeadSourcesService } from './lead-sources.service';

@ApiTags('Lead sources')
@Controller('lead-sources')
@Needs('leadSource.manage')
export class LeadSourcesController {
  constructor(@Inject(LeadSourcesService) private readonly leadSources: LeadSourcesService) {}

  @Get()
  @ApiOperation({ summary: 'Lead sources of the points of sale the caller may see' })
  @ApiResponse({ status: 200, standardSchema: leadSourceListSchema, description: 'One page.' })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: leadSourceListQuerySchema }) query: LeadSourceListQuery,
  ): Promise<ListOf<LeadSource>> {
    return this.leadSources.list(principal, query);
  }

  @Post()
  @ApiOperation({
    summary: 'Adds a lead source: a form on a website',
    description: '422 `UNKNOWN_POINT_OF_SALE` when the caller sees no such point of sale.',
  })
  @ApiResponse({
    status: 201,
    standardSchema: leadSourceSchema,
    description: 'It was added, with its form token.',
    headers: CREATED_HEADERS,
  })
  @ApiProblems(422)
  async create(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Body({ schema: newLeadSourceSchema }) values: NewLeadSource,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadSource> {
    return created(reply, '/lead-sources', await this.leadSources.create(principal, idempotencyKey, values));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One lead source' })
  @ApiResponse({
    status: 200,
    standardSchema: leadSourceSchema,
    description: 'The lead source.',
    headers: ETAG_HEADER,
  })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadSource> {
    const source = await this.leadSources.get(principal, id);
    return withEtag(reply, source.version, source);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Changes what the body names',
    description: '422 `UNKNOWN_POINT_OF_SALE` when the caller sees no such point of sale.',
  })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: leadSourceSchema,
    description: 'The lead source after the change.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(422)
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() version: number,
    @Body({ schema: leadSourceChangeSchema }) change: LeadSourceChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadSource> {
    const source = await this.leadSources.change(principal, id, version, change);
    return withEtag(reply, source.version, source);
  }

  @Post(':id/renew-token')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Gives a lead source another form token',
    description: 'Forms with the old token are taken no more: put the new one into the page.',
  })
  @ApiResponse({
    status: 200,
    standardSchema: leadSourceSchema,
    description: 'The lead source with its new token.',
    headers: ETAG_HEADER,
  })
  async renewToken(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadSource> {
    const source = await this.leadSources.renewToken(principal, idempotencyKey, id);
    return withEtag(reply, source.version, source);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Deletes a lead source',
    description: 'Its form is taken no more; the leads it brought stay as they are.',
  })
  @ApiResponse({ status: 204, description: 'There is no such lead source any more.' })
  remove(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
  ): Promise<void> {
    return this.leadSources.remove(principal, id);
  }
}
