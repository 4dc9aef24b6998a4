import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser, Needs } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { LeadCounts } from './lead-counts';
import {
  leadCountsQuery,
  leadCountsSchema,
  type LeadCountsQuery,
  type LeadCountsView,
} from './lead-counts.schema';

/** The numbers on the tabs of the list. */
@ApiTags('Leads')
@Controller('leads/counts')
@Needs('lead.read')
export class LeadCountsController {
  constructor(private readonly counts: LeadCounts) {}

  @Get()
  @ApiOperation({
    operationId: 'countLeads',
    summary:
      'How many leads of the points of sale one may see are overdue, to contact, mine, open, or there at all',
  })
  @ApiResponse({ status: 200, standardSchema: leadCountsSchema, description: 'The numbers, of one instant.' })
  get(
    @CurrentUser() principal: UserPrincipal,
    @Query({ schema: leadCountsQuery }) query: LeadCountsQuery,
  ): Promise<LeadCountsView> {
    return this.counts.of(principal, query);
  }
}
