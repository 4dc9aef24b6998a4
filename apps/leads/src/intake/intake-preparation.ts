import { Injectable } from '@nestjs/common';
import { requestHash } from '@relance/idempotency';
import { calendarOf } from '../incoming-lead-settings/incoming-lead-settings';
import { leadView, type Lead } from '../lead-page/lead-view';
import type { LeadView } from '../lead-page/lead.schema';
import { followStateOf } from '../lifecycle/lead-record';
import { PointOfSaleDirectory, type PointOfSale } from '../organisation-projection/point-of-sale-directory';
import { requireOpen } from './intake-access';
import type { Outcome } from './group-commit';
import type { IntakeAnswer, IntakeCommand } from './intake-command';
import type { IntakeRow } from './intake-statement';
import { LeadCodes } from './lead-codes';
import { newLead } from './new-lead';

/** A lead ready to be written, and what is answered once it is. */
export type PreparedLead = { row: IntakeRow; answer: IntakeAnswer & { lead: LeadView } };

/** Makes rows of leads to take in: contact normalised, clock started, code given. Nothing is written here. */
@Injectable()
export class IntakePreparation {
  constructor(
    private readonly pointsOfSale: PointOfSaleDirectory,
    private readonly codes: LeadCodes,
  ) {}

  /** One outcome for each command, in order: what is wrong with one lead is that lead's. */
  async prepare(commands: IntakeCommand[], now = new Date()): Promise<Outcome<PreparedLead>[]> {
    if (commands.length === 0) return [];
    const [pointsOfSale, codes] = await Promise.all([
      this.pointsOfSale.find([...new Set(commands.map(({ pointOfSaleId }) => pointOfSaleId))]),
      this.codes.take(commands.length, now.getUTCFullYear()),
    ]);
    return commands.map((command, position) => {
      try {
        const pointOfSale = requireOpen(pointsOfSale.get(command.pointOfSaleId));
        const lead = newLead(command.body, pointOfSale, codes[position]!, now);
        const view = leadView(lead, calendarOf(pointOfSale.settings), now.getTime());
        const answer = { status: 201, lead: view, version: lead.version };
        return { ok: true, value: { row: intakeRow(command, lead, pointOfSale, answer), answer } };
      } catch (error) {
        return { ok: false, error };
      }
    });
  }
}

function intakeRow(
  command: IntakeCommand,
  lead: Lead,
  pointOfSale: PointOfSale,
  answer: PreparedLead['answer'],
): IntakeRow {
  const { idempotency } = command;
  return {
    lead,
    actor: command.actor,
    correlationId: command.correlationId,
    event: {
      follow: followStateOf(lead, pointOfSale.name, command.correlationId),
      type: lead.type,
      sourceName: lead.sourceName,
      sourceCategory: lead.sourceCategory,
      channel: command.channel,
    },
    key: idempotency && {
      principal: idempotency.principal,
      operation: idempotency.request.operation,
      key: idempotency.key,
      requestHash: `\\x${requestHash(idempotency.request).toString('hex')}`,
      status: answer.status,
      body: answer.lead,
    },
  };
}
