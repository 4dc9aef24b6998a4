import { createHash } from 'node:crypto';
import { Body, Controller, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LEAD_TYPES } from '@relance/contracts-organisation';
import { IdempotencyKey } from '@relance/idempotency';
import {
  AllowApiKey,
  ApiProblems,
  correlationId,
  CurrentPrincipal,
  Needs,
  ValidationError,
  ETAG_HEADER,
  idSchema,
  withEtag,
} from '@relance/service-runtime';
import { principalId, type Principal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../lifecycle/lead-transaction';
import { leadSchema } from '../lead-page/lead.schema';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { adfToNewLead } from './adf/adf-to-new-lead';
import { parseAdf } from './adf/parse-adf';
import type { AdfBody } from './body-parsers';
import { pointOfSaleFor } from './intake-access';
import { UnknownPointOfSaleError } from './intake.errors';
import type { IntakeAnswer, IntakeCommand } from './intake-command';
import { IntakeService } from './intake.service';
import { knownAnswerSchema } from './known-lead.schema';
import { newLeadSchema, type NewLeadBody } from './new-lead.schema';

const adfQuery = z.strictObject({
  pointOfSaleId: idSchema.optional().describe('Needed unless an API key implies it'),
  type: z.enum(LEAD_TYPES).default('VN').describe('When the document says neither new nor used'),
});

const TAKEN = {
  status: 201,
  standardSchema: leadSchema,
  description: 'The lead was taken in; also the answer to a repeated `Idempotency-Key`.',
  headers: ETAG_HEADER,
};
const KNOWN = {
  status: 200,
  standardSchema: knownAnswerSchema,
  description:
    'The source sent this `externalId` before: the lead there is, as it is now. A person without the right to read it, ' +
    'or a key that did not take it in, is told which lead it is and no more.',
  headers: ETAG_HEADER,
};

/** Who sends a lead, and `asked`: what they asked as they wrote it, which is the same whenever they send it again. */
type Sending = { principal: Principal; key: string | undefined; reply: FastifyReply; asked: unknown };

/** How leads come in, one at a time. */
@ApiTags('Intake')
@Controller('leads')
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  @Post()
  @Needs('lead.create')
  @AllowApiKey('LEAD_SOURCE')
  @ApiOperation({
    operationId: 'takeLeadIn',
    summary: 'Takes a lead in; its clock starts at `receivedAt` (S2.10)',
  })
  @ApiResponse(TAKEN)
  @ApiResponse(KNOWN)
  @ApiProblems(403, 422)
  async take(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: newLeadSchema }) body: NewLeadBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IntakeAnswer['lead']> {
    const pointOfSaleId = pointOfSaleFor(principal, body.pointOfSaleId);
    return this.#take({ principal, key, reply, asked: body }, { body, pointOfSaleId, channel: 'API' });
  }

  @Post('adf')
  @Needs('lead.create')
  @AllowApiKey('LEAD_SOURCE')
  @ApiOperation({
    operationId: 'takeAdfIn',
    summary: 'Takes one ADF 1.0 document in, as car portals send it',
    description:
      'What has no field of its own is kept in the message of the lead. Entities are never expanded.',
  })
  @ApiConsumes('application/x-adf+xml', 'application/xml', 'text/xml')
  @ApiBody({ schema: { type: 'string', minLength: 1 }, required: true })
  @ApiResponse(TAKEN)
  @ApiResponse(KNOWN)
  @ApiProblems(403, 422)
  async takeAdf(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() key: string | undefined,
    @Query({ schema: adfQuery }) query: z.output<typeof adfQuery>,
    @Body() document: AdfBody | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IntakeAnswer['lead']> {
    // A form is a body that was not read, and no body is none.
    if (!document?.bytes) throw new ValidationError([{ path: '', message: 'an ADF document is needed' }]);
    const pointOfSaleId = pointOfSaleFor(principal, query.pointOfSaleId);
    const pointOfSale = await this.pointsOfSale.findOne(pointOfSaleId);
    if (!pointOfSale) throw new UnknownPointOfSaleError();
    const { timeZone, country } = pointOfSale;
    const adf = parseAdf(document.bytes, document.charset);
    const body = adfToNewLead(adf, { pointOfSaleId, timeZone, country, defaultType: query.type });
    const asked = { pointOfSaleId, type: query.type, document: sha256(document.bytes) };
    return this.#take({ principal, key, reply, asked }, { body, pointOfSaleId, channel: 'ADF' });
  }

  async #take(
    { principal, key, reply, asked }: Sending,
    lead: Pick<IntakeCommand, 'body' | 'pointOfSaleId' | 'channel'>,
  ): Promise<IntakeAnswer['lead']> {
    const answer = await this.intake.take({
      ...lead,
      actor: actorOf(principal),
      reader: principal,
      correlationId: correlationId(),
      idempotency: key
        ? { principal: principalId(principal), key, request: { operation: 'leads.take-in', body: asked } }
        : undefined,
    });
    void reply.status(answer.status).header('location', `/api/v1/leads/${answer.lead.id}`);
    return withEtag(reply, answer.version, answer.lead);
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
