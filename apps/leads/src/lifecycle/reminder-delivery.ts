import { Inject, Injectable } from '@nestjs/common';
import type { LeadEvents, ReminderInput, ReminderOutcome } from '@relance/contracts-leads';
import { pgPool } from '@relance/database';
import { appendEvent } from '@relance/event-log';
import { DataSource, type EntityManager } from 'typeorm';
import { leadFromRow, type LeadRow } from '../lead-page/lead-row';
import type { Lead } from '../lead-page/lead-view';
import type { Member } from '../organisation-projection/member-directory';
import { reminderCountOf, type ReminderRecord } from './lead-record';
import { lockLead, saveLead } from './lead-store';
import {
  CLAIM_REMINDER,
  PROLONG_LEASE,
  RECORD_REFUSED,
  RECORD_REMINDER,
  STILL_OWED,
} from './reminder-statements';

/** A reminder that has to leave now, to people nobody else is sending it to. */
export type OwedReminder = {
  lead: Lead;
  timeZone: string | null;
  recipients: Member[];
  /** Some people it concerns are being written to by another sender. */
  heldByOthers: boolean;
  /** It left to somebody already. */
  begun: boolean;
  /** Somebody's mailbox is refused for good. */
  refused: boolean;
};

type ClaimRow = LeadRow & {
  time_zone: string | null;
  recipients: Member[];
  held_by_others: number;
  begun: boolean;
  refused: boolean;
};

/** Remembers what each reminder owes to whom: `(lead, number, recipient)` is the key of S1.6. */
@Injectable()
export class ReminderDelivery {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The reminder if it is still to leave, else what became of it. Its recipients are this sender's for `leaseMs`. */
  async claim(
    input: ReminderInput,
    sender: string,
    leaseMs: number,
    tx?: EntityManager,
  ): Promise<OwedReminder | ReminderOutcome> {
    const { leadId, number, dueAt, deadlineAt } = input;
    const values = [leadId, number, dueAt, deadlineAt, sender, leaseMs];
    const [row] = await this.#run<ClaimRow>(CLAIM_REMINDER, values, tx);
    const lead = row && leadFromRow(row);
    const reminder = lead?.reminders.find((each) => each.number === number);
    if (!row || !lead || !reminder) return 'SUPERSEDED';
    if (reminder.sentAt) return 'SENT';
    if (reminder.missedAt) return 'MISSED';
    if (!runsUntil(lead, deadlineAt) || reminder.dueAt !== dueAt) return 'SUPERSEDED';
    const { time_zone: timeZone, recipients, held_by_others: held, begun, refused } = row;
    return { lead, timeZone, recipients, heldByOthers: held > 0, begun, refused };
  }

  /** Whether a reminder claimed a while ago is still owed to this recipient. */
  async isStillOwed(input: ReminderInput, recipientId: string): Promise<boolean> {
    const { leadId, number, dueAt, deadlineAt } = input;
    const values = [leadId, number, dueAt, deadlineAt, recipientId];
    const [answer] = await this.#run<{ yes: boolean }>(STILL_OWED, values, undefined);
    return answer!.yes;
  }

  /**
   * Remembers to whom it left; gives whether it has left to everybody. Repeating it changes nothing.
   * @param final nobody else will get it
   */
  async record(
    input: ReminderInput,
    recipientIds: string[],
    final = false,
    tx?: EntityManager,
  ): Promise<boolean> {
    const { leadId, number, dueAt, at, correlationId } = input;
    // Paused or moved meanwhile: it left all the same, and leaves no second time.
    const record: ReminderRecord = { number, dueAt, remainingMs: null, sentAt: at, missedAt: null };
    const values = [leadId, number, recipientIds, JSON.stringify(record), at, correlationId, final];
    const [recorded] = await this.#run<{ yes: boolean }>(RECORD_REMINDER, values, tx);
    return recorded!.yes;
  }

  /** This mailbox is refused for good: its owner is owed nothing more of this reminder. */
  async recordRefused({ leadId, number }: ReminderInput, recipientId: string): Promise<void> {
    await this.dataSource.query(RECORD_REFUSED, [leadId, number, recipientId]);
  }

  /** It reaches nobody: it is missed, and says why. */
  async recordMissed(
    { leadId, number, dueAt, at, correlationId }: ReminderInput,
    reason: 'NO_RECIPIENT' | 'REFUSED',
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const lead = await lockLead(tx, leadId);
      const pending = lead.reminders.find((each) => each.number === number && each.dueAt === dueAt);
      if (!pending || pending.sentAt || pending.missedAt) return;
      const reminders = lead.reminders.map((each) => (each === pending ? { ...each, missedAt: at } : each));
      const occurredAt = new Date(at);
      const lastActivityAt = lead.lastActivityAt > occurredAt ? lead.lastActivityAt : occurredAt;
      await saveLead(tx, { ...lead, reminders, lastActivityAt });
      const count = reminderCountOf(lead);
      await appendEvent(tx, 'leads', {
        type: 'lead.reminderMissed',
        version: 1,
        subject: leadId,
        occurredAt,
        actor: { kind: 'system', id: null },
        correlationId: correlationId ?? undefined,
        data: { number, count, dueAt, reason } satisfies LeadEvents['lead.reminderMissed'],
      });
    });
  }

  /** Keeps this sender's unsent deliveries its own for so long from now; 0 gives them back. */
  async prolong({ leadId, number }: ReminderInput, sender: string, leaseMs: number): Promise<void> {
    await this.dataSource.query(PROLONG_LEASE, [leadId, number, sender, leaseMs]);
  }

  /** In the caller's transaction, or by itself: then prepared once on each connection. */
  async #run<Row extends object>(
    statement: { name: string; text: string },
    values: unknown[],
    tx: EntityManager | undefined,
  ): Promise<Row[]> {
    if (tx) return tx.query<Row[]>(statement.text, values);
    const { rows } = await pgPool(this.dataSource).query<Row>({ ...statement, values });
    return rows;
  }
}

/** Whether the lead's clock runs and ends at this very deadline: otherwise the workflow speaks of an older state. */
function runsUntil(lead: Lead, deadlineAt: string): boolean {
  return (
    lead.status === 'IN_PROGRESS' && lead.pausedAt === null && lead.deadlineAt.toISOString() === deadlineAt
  );
}
