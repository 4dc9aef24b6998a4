import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, IdempotencyService } from '@relance/idempotency';
import { CurrentUser, idParamsSchema, Needs, type IdParams } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { newRemarkBody, remarkSchema, type NewRemarkBody, type RemarkView } from './remarks.schema';
import { Remarks } from './remarks.service';

/** « Remarque »: what people write about a lead; it is read in the timeline. */
@ApiTags('Leads')
@Controller('leads/:id/remarks')
export class RemarksController {
  constructor(
    private readonly remarks: Remarks,
    private readonly idempotency: IdempotencyService,
  ) {}

  @Post()
  @Needs('lead.edit')
  @ApiOperation({
    operationId: 'addRemark',
    summary: '« Remarque »: writes something about a lead, for the timeline',
    description: 'The ETag of the lead stays as it is.',
  })
  @ApiResponse({ status: 201, standardSchema: remarkSchema, description: 'It is written.' })
  async add(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: newRemarkBody }) { text }: NewRemarkBody,
  ): Promise<RemarkView> {
    const request = { operation: 'leads.remark', subject: id, body: { id, text } };
    const { body } = await this.idempotency.run(principal, key, request, async (tx) => ({
      status: 201,
      body: await this.remarks.add(tx, principal, id, text),
    }));
    return body;
  }
}
