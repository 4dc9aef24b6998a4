import { Readable } from 'node:stream';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { createLogger, CurrentUser, Needs } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import { LeadExport } from './lead-export';
import { leadExportQuery, type LeadExportQuery } from './lead-export.schema';

const log = createLogger('lead-export');

const EXAMPLE =
  'Code;Créé le;Reçu le;Point de vente;Type;Source;…\r\nL-2026-000042;20/11/2026 11:10;20/11/2026 11:10;Relance Lyon Est;VO;LeBonCoin;…\r\n';

/** « Exporter »: the leads of the list as a file. */
@ApiTags('Leads')
@Controller('leads/export')
@Needs('lead.export')
export class LeadExportController {
  constructor(private readonly leads: LeadExport) {}

  @Get()
  @ApiOperation({
    operationId: 'exportLeads',
    summary:
      'The leads of the points of sale one may see as a CSV file, with the filters and the sort of the list',
    description:
      'UTF-8 with a byte order mark, semicolons, French headers, instants in the zone of the point of sale. Cells that ' +
      'a spreadsheet would take for a formula begin with an apostrophe. However many leads there are, the file is ' +
      'written while it is read; should that break off, the answer ends without its last chunk. A lead that changes ' +
      'meanwhile is as it was when its line was written.',
  })
  @ApiProduces('text/csv')
  @ApiResponse({
    status: 200,
    description: 'The file.',
    content: { 'text/csv': { schema: { type: 'string' }, example: EXAMPLE } },
    headers: {
      'Content-Disposition': {
        description: 'Its name.',
        schema: { type: 'string', examples: ['attachment; filename="leads-2026-11-20.csv"'] },
      },
    },
  })
  async export(
    @CurrentUser() principal: UserPrincipal,
    @Query({ schema: leadExportQuery }) query: LeadExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const now = new Date();
    const pieces = this.leads.file(principal, query, now);
    // A filter that cannot be answered is refused as such: nothing has been sent yet.
    const first = await pieces.next();
    void reply
      .status(200)
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="leads-${now.toISOString().slice(0, 10)}.csv"`)
      .header('cache-control', 'no-store');
    if (reply.request.method === 'HEAD') {
      await pieces.return(undefined);
      return reply.send();
    }
    const file = Readable.from(written(first, pieces, principal.userId), {
      ...{ objectMode: false, highWaterMark: 64 * 1024 },
    });
    return reply.send(file);
  }
}

/** Says in the log that leads left the house, by whom and how many bytes; also when it broke off. */
async function* written(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
  userId: string,
): AsyncGenerator<string> {
  let characters = 0;
  let complete = false;
  try {
    for (let next = first; !next.done; next = await rest.next()) {
      characters += next.value.length;
      yield next.value;
    }
    complete = true;
  } finally {
    await rest.return(undefined);
    log.info({ userId, characters, complete }, 'leads were exported');
  }
}
