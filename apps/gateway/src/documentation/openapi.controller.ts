import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MergedDocument } from './merged-document';

/** The OpenAPI document of the whole product. */
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(@Inject(MergedDocument) private readonly document: MergedDocument) {}

  @Get()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const json = await this.document.json();
    void reply.header('content-type', 'application/json; charset=utf-8');
    return json;
  }
}
