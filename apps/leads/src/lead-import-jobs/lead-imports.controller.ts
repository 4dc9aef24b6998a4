import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, IdempotencyService } from '@relance/idempotency';
import {
  ApiProblems,
  CurrentUser,
  idParamsSchema,
  Needs,
  type IdParams,
  type ListOf,
} from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uploadedFile } from '../intake/uploaded-file';
import { LeadImportUpload } from './lead-import-upload';
import {
  leadImportListQuery,
  leadImportListSchema,
  leadImportSchema,
  startSchema,
  uploadQuery,
  type LeadImportListQuery,
  type LeadImportView,
  type StartBody,
  type UploadQuery,
} from './lead-import.schema';
import { LeadImports } from './lead-imports.service';
import { RejectedLines } from './rejected-lines';

const EXAMPLE = 'Nom;Prénom;E-mail;Téléphone\nDurand;Camille;camille.durand@example.com;06 12 34 56 78\n';

/** Files of leads that are imported in the background: leaving the page does not stop them. */
@ApiTags('Lead imports')
@Controller('lead-imports')
@Needs('lead.import')
export class LeadImportsController {
  constructor(
    private readonly uploads: LeadImportUpload,
    private readonly imports: LeadImports,
    private readonly rejected: RejectedLines,
    private readonly idempotency: IdempotencyService,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'uploadLeadImport',
    summary: 'Takes the file of an import, up to 100 MiB, and says what its columns are',
    description:
      'Encoding (UTF-8, UTF-16, windows-1252) and delimiter (`;` `,` tab `|`) are recognised. Nothing is imported ' +
      'before `start`; a file that is not started within a day is forgotten. One person has at most 10 such ' +
      'files, and 500 MiB of files with those that are kept for a week after their end.',
  })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', minLength: 1, example: EXAMPLE }, required: true })
  @ApiResponse({ status: 201, standardSchema: leadImportSchema, description: 'The import, not started.' })
  @ApiProblems(409, 413, 415, 422)
  async upload(
    @CurrentUser() principal: UserPrincipal,
    @IdempotencyKey() key: string | undefined,
    @Query({ schema: uploadQuery }) query: UploadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadImportView> {
    const announced = Number(request.headers['content-length'] ?? 0);
    const pointOfSaleId = await this.uploads.admit(principal, query, announced);
    const file = await uploadedFile(request);
    const { fileName } = query;
    const view = await this.uploads.upload(
      principal,
      key,
      { pointOfSaleId, fileName, bytes: announced },
      file,
    );
    void reply.header('location', `/api/v1/lead-imports/${view.id}`);
    return view;
  }

  @Get()
  @ApiOperation({ operationId: 'listLeadImports', summary: 'My imports, newest first; Admin sees all' })
  @ApiResponse({ status: 200, standardSchema: leadImportListSchema, description: 'One page.' })
  list(
    @CurrentUser() principal: UserPrincipal,
    @Query({ schema: leadImportListQuery }) query: LeadImportListQuery,
  ): Promise<ListOf<LeadImportView>> {
    return this.imports.page(principal, query);
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getLeadImport',
    summary: 'One import and how far it is',
    description: 'While it runs the numbers move at least once a second; asking costs one row.',
  })
  @ApiResponse({ status: 200, standardSchema: leadImportSchema, description: 'The import.' })
  get(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
  ): Promise<LeadImportView> {
    return this.imports.get(principal, id);
  }

  @Post(':id/start')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'startLeadImport',
    summary: 'Says what the columns hold, and imports the file in the background',
    description:
      'Who uploaded it starts it, with their points of sale. It goes on whatever is restarted meanwhile, and begins later ' +
      'if it must. At most 3 run at once.',
  })
  @ApiResponse({ status: 202, standardSchema: leadImportSchema, description: 'It is under way.' })
  @ApiProblems(409, 422)
  async start(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: startSchema }) body: StartBody,
  ): Promise<LeadImportView> {
    const request = { operation: 'leadImports.start', subject: id, body: { id, body } };
    const answer = await this.idempotency.run(principal, key, request, async (tx) => ({
      status: 202,
      body: await this.imports.start(tx, principal, id, body),
    }));
    return answer.body;
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'cancelLeadImport',
    summary: 'Ends an import and forgets its file; leads that were taken in stay',
  })
  @ApiResponse({ status: 200, standardSchema: leadImportSchema, description: 'The import, ended.' })
  @ApiProblems(409)
  async cancel(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
  ): Promise<LeadImportView> {
    const request = { operation: 'leadImports.cancel', subject: id, body: { id } };
    const answer = await this.idempotency.run(principal, key, request, async (tx) => ({
      status: 200,
      body: await this.imports.cancel(tx, principal, id),
    }));
    return answer.body;
  }

  @Get(':id/rejected')
  @ApiOperation({
    operationId: 'getRejectedLines',
    summary: 'The lines that were not taken in, as CSV: the original columns, « Ligne » and « Motif »',
    description:
      'In UTF-8 with semicolons; kept for a week after the end. Cells that would be formulas are marked.',
  })
  @ApiProduces('text/csv')
  @ApiResponse({
    status: 200,
    description: 'The file, streamed.',
    content: {
      'text/csv': {
        schema: {
          type: 'string',
          example:
            'Nom;E-mail;Ligne;Motif\r\n;x;7;Il faut au moins un prénom, un nom, un e-mail ou un téléphone\r\n',
        },
      },
    },
  })
  @ApiProblems(410)
  async rejectedLines(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, pieces } = await this.rejected.csv(principal, id);
    const plain = fileName.normalize('NFKD').replace(/[^\x20-\x7E]|["\\]/g, '');
    await reply
      .status(200)
      .header('content-type', 'text/csv; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      )
      .send(Readable.from(pieces, { objectMode: false, highWaterMark: 64 * 1024 }));
  }
}
