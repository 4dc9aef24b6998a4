import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import { ApiProblems, CurrentUser, Needs } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import {
  assignManyBody,
  bulkOutcomeSchema,
  takeManyBody,
  type AssignManyBody,
  type BulkOutcome,
  type TakeManyBody,
} from './bulk-actions.schema';
import { BulkActions } from './bulk-actions.service';

const OUTCOME = {
  status: 200,
  standardSchema: bulkOutcomeSchema,
  description: 'What became of each lead. Those of other points of sale are not there: `NOT_FOUND`.',
};
const DESCRIPTION =
  'Each lead is changed on its own: some can fail while the others are done. With an `Idempotency-Key`, a request that ' +
  'broke off goes on where it stopped when it is sent again.';

/** The bar under the list: one action on all that is selected. */
@ApiTags('Lifecycle')
@Controller('leads')
export class BulkActionsController {
  constructor(private readonly bulk: BulkActions) {}

  @Post('take')
  @Needs('lead.take')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'takeLeadsInCharge',
    summary: '« Prendre en charge » many leads: assigns them to me',
    description: DESCRIPTION,
  })
  @ApiResponse(OUTCOME)
  take(
    @CurrentUser() principal: UserPrincipal,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: takeManyBody }) { ids }: TakeManyBody,
  ): Promise<BulkOutcome> {
    return this.bulk.take(principal, key, ids);
  }

  @Post('assign')
  @Needs('lead.assign')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assignLeads',
    summary: 'Assigns many leads to a user, to nobody, or to another point of sale (S2.8)',
    description: DESCRIPTION,
  })
  @ApiResponse(OUTCOME)
  @ApiProblems(422)
  assign(
    @CurrentUser() principal: UserPrincipal,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: assignManyBody }) body: AssignManyBody,
  ): Promise<BulkOutcome> {
    return this.bulk.assign(principal, key, body);
  }
}
