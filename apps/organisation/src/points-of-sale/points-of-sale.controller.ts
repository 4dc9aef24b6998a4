import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import {
  ApiIfMatch,
  CurrentPrincipal,
  IfMatch,
  Needs,
  SignedIn,
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
  newPointOfSaleSchema,
  pointOfSaleChangeSchema,
  pointOfSaleListQuerySchema,
  pointOfSaleListSchema,
  pointOfSaleSchema,
  type NewPointOfSale,
  type PointOfSale,
  type PointOfSaleChange,
  type PointOfSaleListQuery,
} from './points-of-sale.dto';
import { PointsOfSaleService } from './points-of-sale.service';

@ApiTags('Points of sale')
@Controller('points-of-sale')
@SignedIn()
export class PointsOfSaleController {
  constructor(@Inject(PointsOfSaleService) private readonly pointsOfSale: PointsOfSaleService) {}

  @Get()
  @ApiOperation({ summary: 'Points of sale the caller may see' })
  @ApiResponse({ status: 200, standardSchema: pointOfSaleListSchema, description: 'One page.' })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pointOfSaleListQuerySchema }) query: PointOfSaleListQuery,
  ): Promise<ListOf<PointOfSale>> {
    return this.pointsOfSale.list(principal, query);
  }

  @Post()
  @Needs('pointOfSale.write')
  @ApiOperation({
    summary: 'Adds a point of sale',
    description: '403 for those who may act within their own points of sale only: a new one is nobody’s.',
  })
  @ApiResponse({
    status: 201,
    standardSchema: pointOfSaleSchema,
    description: 'It was added.',
    headers: CREATED_HEADERS,
  })
  async create(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Body({ schema: newPointOfSaleSchema }) values: NewPointOfSale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointOfSale> {
    return created(
      reply,
      '/points-of-sale',
      await this.pointsOfSale.create(principal, idempotencyKey, values),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'One point of sale' })
  @ApiResponse({
    status: 200,
    standardSchema: pointOfSaleSchema,
    description: 'The point of sale.',
    headers: ETAG_HEADER,
  })
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointOfSale> {
    const { pointOfSale, version } = await this.pointsOfSale.get(principal, id);
    return withEtag(reply, version, pointOfSale);
  }

  @Patch(':id')
  @Needs('pointOfSale.write')
  @ApiOperation({ summary: 'Changes what the body names' })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: pointOfSaleSchema,
    description: 'The point of sale after the change.',
    headers: ETAG_HEADER,
  })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() version: number,
    @Body({ schema: pointOfSaleChangeSchema }) change: PointOfSaleChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointOfSale> {
    const after = await this.pointsOfSale.change(principal, id, version, change);
    return withEtag(reply, after.version, after.pointOfSale);
  }
}
