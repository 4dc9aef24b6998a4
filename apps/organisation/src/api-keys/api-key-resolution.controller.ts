import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowService } from '@relance/service-runtime';
import { apiKeyToResolveSchema, type ApiKeyToResolve, type ResolvedApiKey } from './api-keys.dto';
import { ApiKeysService } from './api-keys.service';

/** For the gateway: it hashes the key of a request and asks whose it is. A POST, so that no log holds the hash. */
@ApiExcludeController()
@Controller('internal/api-keys')
@AllowService()
export class ApiKeyResolutionController {
  constructor(@Inject(ApiKeysService) private readonly apiKeys: ApiKeysService) {}

  /** 404 when the key is unknown or revoked. */
  @Post('resolve')
  @HttpCode(200)
  resolve(@Body({ schema: apiKeyToResolveSchema }) { keyHash }: ApiKeyToResolve): Promise<ResolvedApiKey> {
    return this.apiKeys.resolve(keyHash);
  }
}
