import { Injectable } from '@nestjs/common';
import type { LeadEvents } from '@relance/contracts-leads';
import { appendEvent } from '@relance/event-log';
import { correlationId } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';
import { actorOf } from '../lifecycle/lead-transaction';
import { lockLead } from '../lifecycle/lead-store';
import { uuidv7 } from '../uuid';
import type { RemarkView } from './remarks.schema';

/**
 * What people write about a lead. It changes nothing of the lead but when something last happened to it: the version
 * stays, so that nobody's edit is refused for a colleague's remark.
 */
@Injectable()
export class Remarks {
  /** @throws NotFoundError when the lead is not the principal's to see */
  async add(
    tx: EntityManager,
    principal: UserPrincipal,
    leadId: string,
    text: string,
    now = new Date(),
  ): Promise<RemarkView> {
    await lockLead(tx, leadId, principal);
    const remark = { id: uuidv7(), leadId, authorId: principal.userId, text, createdAt: now.toISOString() };
    await tx.query(
      'INSERT INTO leads.remark (id, lead_id, author_id, text, created_at) VALUES ($1, $2, $3, $4, $5)',
      [remark.id, leadId, remark.authorId, text, now],
    );
    await tx.query('UPDATE leads.lead SET last_activity_at = $2 WHERE id = $1', [leadId, now]);
    await appendEvent(tx, 'leads', {
      ...{ type: 'lead.remarked', version: 1, subject: leadId, occurredAt: now },
      actor: actorOf(principal),
      correlationId: correlationId(),
      data: { remarkId: remark.id } satisfies LeadEvents['lead.remarked'],
    });
    return remark;
  }
}
