import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentUser,
  Needs,
  type ListOf,
  ETAG_HEADER,
  idParamsSchema,
  withEtag,
  type IdParams,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { leadPageSchema, type LeadPage } from './lead.schema';
import { LeadList } from './lead-list';
import { leadListQuery, leadListSchema, type LeadListQuery } from './lead-list.schema';
import { LeadReader } from './lead-reader';
import { Timeline } from './timeline';
import { timelineQuery, timelineSchema, type TimelineItem, type TimelineQuery } from './timeline.schema';
import { WorkflowLinks } from './workflow-links';

/** What people see of leads: those of their own points of sale. */
@ApiTags('Leads')
@Controller('leads')
@Needs('lead.read')
export class LeadsController {
  constructor(
    private readonly leads: LeadList,
    private readonly reader: LeadReader,
    private readonly timeline: Timeline,
    private readonly links: WorkflowLinks,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listLeads',
    summary: 'Leads of the points of sale one may see',
    description:
      'All filters given hold at once; those that take several values (repeated, or separated by commas) want any of ' +
      'them. A cursor goes with the filters and the sort it was given for.',
  })
  @ApiResponse({ status: 200, standardSchema: leadListSchema, description: 'One page.' })
  @Header('content-type', 'application/json; charset=utf-8')
  list(
    @CurrentUser() principal: UserPrincipal,
    @Query({ schema: leadListQuery }) query: LeadListQuery,
  ): Promise<string> {
    return this.leads.page(principal, query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getLead', summary: 'One lead, as it is now' })
  @ApiResponse({
    status: 200,
    standardSchema: leadPageSchema,
    description: 'The lead.',
    headers: ETAG_HEADER,
  })
  async get(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    const { view, version } = await this.reader.byId(principal, id);
    return withEtag(reply, version, this.links.withLink(view, principal));
  }

  @Get(':id/timeline')
  @ApiOperation({
    operationId: 'getLeadTimeline',
    summary: 'All that happened to a lead, newest first (S1.7, S2.9)',
  })
  @ApiResponse({ status: 200, standardSchema: timelineSchema, description: 'One page.' })
  timelineOf(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Query({ schema: timelineQuery }) query: TimelineQuery,
  ): Promise<ListOf<TimelineItem>> {
    return this.timeline.page(principal, id, query);
  }
}
