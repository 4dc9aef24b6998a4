import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { LeadChangesPage } from '@relance/contracts-leads';
import { AllowService } from '@relance/service-runtime';
import { z } from 'zod';
import { FIRST_CHANGE, LeadChangesFeed } from './lead-changes-feed';

const changesQuery = z.strictObject({
  after: z.union([z.literal('latest'), z.string().regex(/^\d{1,20}-\d{1,19}$/)]).default(FIRST_CHANGE),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

/** What changed, for the gateway, which tells the browsers that show leads. Never reachable from outside. */
@ApiExcludeController()
@Controller('internal/lead-changes')
export class LeadChangesController {
  constructor(private readonly feed: LeadChangesFeed) {}

  /** `after=latest` says where the log ends now. */
  @Get()
  @AllowService()
  read(@Query({ schema: changesQuery }) query: z.output<typeof changesQuery>): Promise<LeadChangesPage> {
    return query.after === 'latest' ? this.feed.end() : this.feed.after(query.after, query.limit);
  }
}
