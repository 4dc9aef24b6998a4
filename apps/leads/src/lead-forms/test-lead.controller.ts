import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import {
  ApiProblems,
  CurrentUser,
  ETAG_HEADER,
  idParamsSchema,
  Needs,
  withEtag,
  type IdParams,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import type { IntakeAnswer } from '../intake/intake-command';
import { leadSchema } from '../lead-page/lead.schema';
import { LeadForms } from './lead-forms.service';

/** Trying a lead source without its website. */
@ApiTags('Lead sources')
@Controller('lead-sources/:id/test-lead')
export class TestLeadController {
  constructor(private readonly forms: LeadForms) {}

  @Post()
  @Needs('leadSource.manage')
  @ApiOperation({
    operationId: 'sendTestLead',
    summary: 'Takes in a lead of this source, of « Test Relance » and with the tag « Test »',
  })
  @ApiResponse({
    status: 201,
    standardSchema: leadSchema,
    description: 'The lead.',
    headers: ETAG_HEADER,
  })
  @ApiProblems(409, 422)
  async test(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IntakeAnswer['lead']> {
    const answer = await this.forms.test(principal, id, key);
    void reply.status(201).header('location', `/api/v1/leads/${answer.lead.id}`);
    return withEtag(reply, answer.version, answer.lead);
  }
}
