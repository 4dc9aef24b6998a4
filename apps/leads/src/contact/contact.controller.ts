import { Body, Controller, Inject, Param, Patch, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentUser,
  ETAG_HEADER,
  idParamsSchema,
  IfMatch,
  Needs,
  withEtag,
  type IdParams,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { leadPageSchema, type LeadPage } from '../lead-page/lead.schema';
import { WorkflowLinks } from '../lead-page/workflow-links';
import { contactBody, type ContactBody } from './contact.schema';
import { ContactEdits } from './contact.service';

/** « Contacts »: how the contact of a lead is named and reached. */
@ApiTags('Leads')
@Controller('leads/:id/contact')
export class ContactController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly contacts: ContactEdits,
    private readonly links: WorkflowLinks,
  ) {}

  @Patch()
  @Needs('lead.edit')
  @ApiOperation({
    operationId: 'editContact',
    summary: 'Edits the contact of a lead; number and address are normalised as those of a new lead',
  })
  @ApiIfMatch()
  @ApiResponse({
    status: 200,
    standardSchema: leadPageSchema,
    description: 'The lead as it is now.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(422)
  async edit(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() expectedVersion: number,
    @Body({ schema: contactBody }) body: ContactBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    const { view, version } = await this.dataSource.transaction((tx) =>
      this.contacts.edit(tx, { principal, leadId: id, expectedVersion }, body),
    );
    return withEtag(reply, version, this.links.withLink(view, principal));
  }
}
