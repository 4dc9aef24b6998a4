import { Readable } from 'node:stream';
import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LEAD_TYPES } from '@relance/contracts-organisation';
import { IdempotencyKey } from '@relance/idempotency';
import {
  AllowApiKey,
  ApiProblems,
  correlationId,
  CurrentPrincipal,
  Needs,
  idSchema,
} from '@relance/service-runtime';
import { principalId, type Principal } from '@relance/service-token';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../lifecycle/lead-transaction';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { importAnswer } from './import-answer';
import { pointOfSaleFor } from './intake-access';
import { UnknownPointOfSaleError } from './intake.errors';
import { IntakeService } from './intake.service';
import { importLeads, type TakeRow } from './lead-import';
import { requiredText } from './text.schema';
import { uploadedFile } from './uploaded-file';

const importQuery = z.strictObject({
  pointOfSaleId: idSchema.optional().describe('For rows that name none; needed unless an API key implies it'),
  type: z.enum(LEAD_TYPES).optional().describe('For files without a column « type »'),
  source: requiredText(120).optional().describe('For files without a column « source »'),
});

const lineErrors = z.object({
  line: z.int().min(1).describe('Line of the file where the record starts; the header is line 1'),
  errors: z.array(z.object({ path: z.string(), message: z.string().describe('In French, for people') })),
});
const importSchema = z
  .object({
    rejected: z.array(lineErrors),
    accepted: z.int().min(0).describe('Leads taken in, or known already by their external id'),
    interrupted: z
      .object({ afterLine: z.int().min(0), detail: z.string() })
      .optional()
      .describe('Present when the import could not go on: the lines before are kept; send the file again'),
  })
  .meta({ id: 'LeadImport' });

/** How leads come in by the file. */
@ApiTags('Intake')
@Controller('leads/import')
export class LeadImportController {
  constructor(
    private readonly intake: IntakeService,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  @Post()
  @Needs('lead.import')
  @AllowApiKey('LEAD_SOURCE')
  @ApiOperation({
    operationId: 'importLeads',
    summary:
      'Takes leads in from a CSV file, streamed: good rows are kept, bad ones come back with line and reason',
    description:
      'The answer begins while the file is read and says what was rejected at its end, so that a client may send all before ' +
      'it reads. With an `Idempotency-Key`, a file that is sent again makes no lead twice.',
  })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', minLength: 1 }, required: true })
  @ApiResponse({ status: 200, standardSchema: importSchema, description: 'What became of the lines.' })
  @ApiProblems(403, 413, 415, 422)
  async import(
    @CurrentPrincipal() principal: Principal,
    @IdempotencyKey() key: string | undefined,
    @Query({ schema: importQuery }) query: z.output<typeof importQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pointOfSaleId = pointOfSaleFor(principal, query.pointOfSaleId);
    const pointOfSale = await this.pointsOfSale.findOne(pointOfSaleId);
    if (!pointOfSale) throw new UnknownPointOfSaleError();
    const defaults = {
      pointOfSaleId,
      type: query.type,
      source: query.source ? { name: query.source } : undefined,
      timeZone: pointOfSale.timeZone,
      timeZones: await this.pointsOfSale.timeZones(),
    };
    const take = this.#take(principal, key, pointOfSaleId);
    const lines = importLeads(await uploadedFile(request), defaults, take);
    // An unusable header is refused as such: nothing has been answered yet.
    const first = await lines.next();
    const body = Readable.from(importAnswer(first, lines), { objectMode: false, highWaterMark: 64 * 1024 });
    await reply.status(200).header('content-type', 'application/json; charset=utf-8').send(body);
  }

  #take(principal: Principal, key: string | undefined, defaultPointOfSaleId: string): TakeRow {
    const id = correlationId();
    const actor = actorOf(principal);
    return async ({ lead: body, line, dateWritten }) =>
      this.intake.take({
        body,
        pointOfSaleId: pointOfSaleFor(principal, body.pointOfSaleId ?? defaultPointOfSaleId),
        channel: 'CSV',
        actor,
        correlationId: id,
        idempotency: key
          ? {
              principal: principalId(principal),
              key: `${key}#${line}`,
              // As written: « today » is another instant when the file is sent again.
              request: { operation: 'leads.import', body: { ...body, receivedAt: dateWritten ?? null } },
            }
          : undefined,
      });
  }
}
