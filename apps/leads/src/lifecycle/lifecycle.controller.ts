import { Body, Controller, Delete, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CONTACT_STATUSES, LEAD_STATUSES } from '@relance/contracts-leads';
import { IdempotencyKey, IdempotencyService, type RequestHashInput } from '@relance/idempotency';
import {
  ApiIfMatch,
  ApiProblems,
  CurrentUser,
  IfMatch,
  Needs,
  requirePermission,
  ETAG_HEADER,
  idParamsSchema,
  idSchema,
  withEtag,
  type IdParams,
} from '@relance/service-runtime';
import type { Principal, UserPrincipal } from '@relance/service-token';
import type { FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { optionalText } from '../intake/text.schema';
import { leadPageSchema, type LeadPage } from '../lead-page/lead.schema';
import { WorkflowLinks } from '../lead-page/workflow-links';
import { assignBody } from './assignment.schema';
import { LifecycleService, type Changed } from './lifecycle.service';

const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset, e.g. 2026-11-21T14:30:00Z' })
  .transform((text) => new Date(text));

const contactStatusBody = z
  .strictObject({ status: z.enum(CONTACT_STATUSES), detail: optionalText(1_000) })
  .meta({ id: 'ContactDeclaration' });
const appointmentBody = z.strictObject({ at: instant }).meta({ id: 'NewAppointment' });
const deadlineBody = z.strictObject({ deadlineAt: instant }).meta({ id: 'NewDeadline' });
const statusBody = z
  .strictObject({ status: z.enum(LEAD_STATUSES), reason: optionalText(1_000) })
  .meta({ id: 'NewLeadStatus' });
const appointmentParams = z.strictObject({ id: idSchema, appointmentId: idSchema });
const bookedSchema = z
  .object({ id: z.uuid(), at: z.iso.datetime(), lead: leadPageSchema })
  .meta({ id: 'BookedAppointment' });

const BOOKED = { standardSchema: bookedSchema, description: 'It is booked.', headers: ETAG_HEADER };
const CHANGED = {
  standardSchema: leadPageSchema,
  description: 'The lead as it is now.',
  headers: ETAG_HEADER,
};

/** What people do with a lead; each answer is the lead as it is afterwards. */
@ApiTags('Lifecycle')
@Controller('leads/:id')
export class LifecycleController {
  constructor(
    private readonly lifecycle: LifecycleService,
    private readonly idempotency: IdempotencyService,
    private readonly links: WorkflowLinks,
  ) {}

  @Post('take')
  @Needs('lead.take')
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeInCharge', summary: '« Prendre en charge »: assigns the lead to me' })
  @ApiResponse({ status: 200, ...CHANGED })
  @ApiProblems(409)
  take(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    return this.#post(principal, reply, key, { operation: 'leads.take', subject: id, body: { id } }, (tx) =>
      this.lifecycle.take(tx, { principal, leadId: id }),
    );
  }

  @Post('assign')
  @Needs('lead.assign')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assignLead',
    summary: 'Assigns the lead to a user, or to another point of sale (S2.8)',
  })
  @ApiResponse({ status: 200, ...CHANGED })
  @ApiProblems(409, 422)
  async assign(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: assignBody }) body: z.output<typeof assignBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    await this.lifecycle.learnOf(body, [id]);
    return this.#post(
      principal,
      reply,
      key,
      { operation: 'leads.assign', subject: id, body: { id, body } },
      (tx) => this.lifecycle.assign(tx, { principal, leadId: id }, body),
    );
  }

  @Put('contact-status')
  @Needs('lead.declare')
  @ApiOperation({
    operationId: 'declareContact',
    summary: 'Declares the contact (S0.2); CONTACTED handles the lead (S1.7)',
  })
  @ApiIfMatch()
  @ApiResponse({ status: 200, ...CHANGED })
  @ApiProblems(409)
  declareContact(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() expectedVersion: number,
    @Body({ schema: contactStatusBody }) body: z.output<typeof contactStatusBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    const acting = { principal, leadId: id, expectedVersion };
    return this.#edit(principal, reply, (tx) => this.lifecycle.declareContact(tx, acting, body));
  }

  @Post('appointments')
  @Needs('lead.appointment')
  @ApiOperation({ operationId: 'bookAppointment', summary: 'Books an appointment: alerts pause (S1.7)' })
  @ApiResponse({ status: 201, ...BOOKED })
  @ApiProblems(409, 422)
  async bookAppointment(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Body({ schema: appointmentBody }) { at }: z.output<typeof appointmentBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof bookedSchema>> {
    const request = { operation: 'leads.book-appointment', subject: id, body: { id, at } };
    const { body } = await this.idempotency.run(principal, key, request, async (tx) => {
      const booked = await this.lifecycle.bookAppointment(tx, { principal, leadId: id }, at);
      const { appointmentId, view: lead, version } = booked;
      return { status: 201, body: { version, answer: { id: appointmentId, at: at.toISOString(), lead } } };
    });
    const { answer } = body;
    return withEtag(reply, body.version, { ...answer, lead: this.links.withLink(answer.lead, principal) });
  }

  @Delete('appointments/:appointmentId')
  @Needs('lead.appointment')
  @ApiOperation({
    operationId: 'cancelAppointment',
    summary: 'Cancels an appointment: the clock runs on (S1.7)',
  })
  @ApiResponse({ status: 200, ...CHANGED })
  cancelAppointment(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: appointmentParams }) { id, appointmentId }: z.output<typeof appointmentParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    const acting = { principal, leadId: id };
    return this.#edit(principal, reply, (tx) => this.lifecycle.cancelAppointment(tx, acting, appointmentId));
  }

  @Post('reopen')
  @Needs('lead.reopen')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reopenLead',
    summary: 'Reopens a handled or closed lead: its clock runs on (D5)',
  })
  @ApiResponse({ status: 200, ...CHANGED })
  @ApiProblems(409)
  reopen(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    return this.#post(principal, reply, key, { operation: 'leads.reopen', subject: id, body: { id } }, (tx) =>
      this.lifecycle.reopen(tx, { principal, leadId: id }),
    );
  }

  @Put('deadline')
  @Needs('lead.deadline')
  @ApiOperation({
    operationId: 'editDeadline',
    summary: 'Edits the deadline; remaining reminders move in proportion (D8)',
  })
  @ApiIfMatch()
  @ApiResponse({ status: 200, ...CHANGED })
  @ApiProblems(409, 422)
  editDeadline(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() expectedVersion: number,
    @Body({ schema: deadlineBody }) { deadlineAt }: z.output<typeof deadlineBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    const acting = { principal, leadId: id, expectedVersion };
    return this.#edit(principal, reply, (tx) => this.lifecycle.editDeadline(tx, acting, deadlineAt));
  }

  @Put('status')
  @Needs('lead.close')
  @ApiOperation({
    operationId: 'setLeadStatus',
    summary: '« Gagnée », « Perdue », or « En Traitement » again',
    description: '« En Traitement » needs the permission `lead.reopen` too.',
  })
  @ApiIfMatch()
  @ApiResponse({ status: 200, ...CHANGED })
  @ApiProblems(409)
  setStatus(
    @CurrentUser() principal: UserPrincipal,
    @Param({ schema: idParamsSchema }) { id }: IdParams,
    @IfMatch() expectedVersion: number,
    @Body({ schema: statusBody }) body: z.output<typeof statusBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadPage> {
    if (body.status === 'IN_PROGRESS') requirePermission(principal, 'lead.reopen');
    const acting = { principal, leadId: id, expectedVersion };
    return this.#edit(principal, reply, (tx) => this.lifecycle.setStatus(tx, acting, body));
  }

  async #post(
    principal: Principal,
    reply: FastifyReply,
    key: string | undefined,
    request: RequestHashInput,
    work: (tx: EntityManager) => Promise<Changed>,
  ): Promise<LeadPage> {
    const { body } = await this.idempotency.run(principal, key, request, async (tx) => ({
      status: 200,
      body: await work(tx),
    }));
    return withEtag(reply, body.version, this.links.withLink(body.view, principal));
  }

  /** Edits need no key: the version they name lets them happen once. */
  #edit(
    principal: Principal,
    reply: FastifyReply,
    work: (tx: EntityManager) => Promise<Changed>,
  ): Promise<LeadPage> {
    return this.#post(principal, reply, undefined, { operation: '', body: null }, work);
  }
}
