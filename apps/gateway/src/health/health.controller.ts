import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Readiness } from '@relance/service-runtime';
import type { FastifyReply } from 'fastify';
import { UpstreamHealth } from './upstream-health';

/** For probes and people: is it alive, is everything it needs there. */
@Controller(['api/health', 'health'])
export class HealthController {
  constructor(@Inject(UpstreamHealth) private readonly upstream: UpstreamHealth) {}

  @Get('live')
  live(): { status: 'live'; service: string } {
    return { status: 'live', service: 'gateway' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const dependencies = await this.upstream.dependencies();
    const ready = dependencies.every(({ status }) => status === 'up');
    if (!ready) void reply.code(503).header('retry-after', '2');
    return { status: ready ? 'ready' : 'unavailable', service: 'gateway', dependencies };
  }
}
