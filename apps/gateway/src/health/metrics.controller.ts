import { Controller, Get, Headers, Res } from '@nestjs/common';
import { NotFoundError } from '@relance/service-runtime';
import type { FastifyReply } from 'fastify';
import { register } from 'prom-client';

/**
 * Metrics for private scraping, on the same port. A request that came through a reverse proxy does not get them:
 * see « Watching » in docs/operations.md.
 */
@Controller('metrics')
export class MetricsController {
  @Get()
  async metrics(
    @Headers('x-forwarded-for') forwardedFor: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (forwardedFor !== undefined) throw new NotFoundError();
    void reply.header('content-type', register.contentType);
    return register.metrics();
  }
}
