import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import {
  ApiProblems,
  CurrentPrincipal,
  Needs,
  type ListOf,
  idParamsSchema,
  type IdParams,
} from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { notStored } from '../requests/answer-headers';
import {
  apiKeyListQuerySchema,
  apiKeyListSchema,
  createdApiKeySchema,
  newApiKeySchema,
  type ApiKey,
  type ApiKeyListQuery,
  type CreatedApiKey,
  type NewApiKey,
} from './api-keys.dto';
import { ApiKeysService } from './api-keys.service';

@ApiTags('API keys')
@Controller('api-keys')
@Needs('apiKey.manage')
export class ApiKeysController {
  constructor(@Inject(ApiKeysService) private readonly apiKeys: ApiKeysService) {}

  @Get()
  @ApiOperation({ summary: 'API keys of the points of sale the caller may see, without their secret' })
  @ApiResponse({ status: 200, standardSchema: apiKeyListSchema, description: 'One page.' })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: apiKeyListQuerySchema }) query: ApiKeyListQuery,
  ): Promise<ListOf<ApiKey>> {
    return this.apiKeys.list(principal, query);
  }

  @Post()
  @ApiOperation({
    summary: 'Creates an API key and shows it, this once',
    description:
      'Send the key as `X-Api-Key`. 422 `UNKNOWN_POINT_OF_SALE` when there is no such point of sale.',
  })
  @ApiResponse({ status: 201, standardSchema: createdApiKeySchema, description: 'The key. Keep it.' })
  @ApiProblems(422)
  create(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Body({ schema: newApiKeySchema }) values: NewApiKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedApiKey> {
    notStored(reply);
    return this.apiKeys.create(principal, idempotencyKey, values);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Revokes an API key',
    description: 'It works no more; revoking it again changes nothing.',
  })
  @ApiResponse({ status: 204, description: 'The key is revoked.' })
  revoke(
    @CurrentPrincipal() principal: Principal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
  ): Promise<void> {
    return this.apiKeys.revoke(principal, id);
  }
}
