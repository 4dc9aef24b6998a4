import {
  applyDecorators,
  Body,
  Controller,
  HttpCode,
  Options,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExcludeEndpoint,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey } from '@relance/idempotency';
import { AllowService, problemResponse, zodToOpenApi } from '@relance/service-runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { allowAnyOrigin, FormErrorFilter, isBrowserForm, sendPage } from './form-answers';
import { thanksPage } from './form-page';
import { FormMediaTypeError } from './lead-form.errors';
import { formParams, leadFormSchema, receivedSchema } from './lead-form.schema';
import { LeadForms } from './lead-forms.service';

type FormParams = z.output<typeof formParams>;

const JSON_TYPE = /^application\/json\b/i;
const PAGE = { 'text/html': { schema: { type: 'string' as const } } };
const FORM = Object.values(zodToOpenApi(leadFormSchema, { schemaType: 'input' })!.components)[0]!;

/** Refusals: a page in French for a form, a problem for JSON. */
function ApiRefusals(...statuses: number[]): MethodDecorator {
  const refusals = statuses.map((status) => {
    const problem = problemResponse(status);
    return ApiResponse({ status, ...problem, content: { ...(problem['content'] as object), ...PAGE } });
  });
  return applyDecorators(...refusals);
}

/** Where forms on websites send what people fill in: anybody may, and nobody is told more than that it arrived. */
@ApiTags('Forms')
@Controller('forms')
@AllowService('gateway')
@UseFilters(FormErrorFilter)
export class LeadFormsController {
  constructor(private readonly forms: LeadForms) {}

  @Post(':formToken')
  @ApiOperation({
    operationId: 'submitLeadForm',
    summary: 'Takes in a form of a website: as the browser sends it, or as JSON from any origin',
    description:
      'Public. A plain `<form method="post" accept-charset="utf-8">` is answered with a page in French, or sent on to ' +
      'the thank-you page of the lead source; JSON gets JSON. The same content again within ten minutes makes no second ' +
      'lead. `website` is a trap for robots and has to stay empty. One address may send so many forms a minute.',
  })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiProduces('application/json', 'text/html')
  @ApiBody({ schema: FORM as never, required: true })
  @ApiResponse({ status: 201, standardSchema: receivedSchema, description: 'JSON: it has arrived.' })
  @ApiResponse({ status: 200, description: 'Form: a page that says thank you.', content: PAGE })
  @ApiResponse({
    status: 303,
    description: 'Form: it has arrived; the browser goes on to the thank-you page.',
    headers: { Location: { schema: { type: 'string', format: 'uri' } } },
  })
  @ApiRefusals(400, 404, 415, 422, 503)
  async submit(
    @Param({ schema: formParams }) { formToken }: FormParams,
    @IdempotencyKey() key: string | undefined,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    allowAnyOrigin(reply);
    const browser = isBrowserForm(request);
    if (!browser && !JSON_TYPE.test(request.headers['content-type'] ?? '')) throw new FormMediaTypeError();
    const { thankYouUrl } = await this.forms.submit(formToken, sent, key);
    if (!browser) await reply.status(201).send({ received: true });
    else if (thankYouUrl) await reply.status(303).header('location', thankYouUrl).send();
    else sendPage(reply, 200, thanksPage());
  }

  /** Browsers ask before a script of another origin sends JSON. */
  @Options(':formToken')
  @HttpCode(204)
  @ApiExcludeEndpoint()
  preflight(@Res({ passthrough: true }) reply: FastifyReply): void {
    allowAnyOrigin(reply);
    void reply
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type, idempotency-key')
      .header('access-control-max-age', '86400');
  }
}
