import { Inject, Injectable } from '@nestjs/common';
import type {
  LeadEvents,
  LeadLifecycleActivities,
  OverdueInput,
  OverdueOutcome,
  ReminderInput,
  ReminderOutcome,
} from '@relance/contracts-leads';
import { appendEvent } from '@relance/event-log';
import { DataSource, type EntityManager } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import type { Lead } from '../lead-page/lead-view';
import { MemberDirectory, type Member } from '../organisation-projection/member-directory';
import { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { ReminderMailer } from './reminder-mailer';
import { reminderCountOf, type ReminderRecord } from './lead-record';
import { lockLead, saveLead } from './lead-store';

type Due = { lead: Lead; owed: Member[]; all: Member[] };

/**
 * What the workflow of a lead does to the world. Each step asks the lead's row whether it is still wanted, so a late
 * or repeated call does nothing. Business instants come from the arguments.
 */
@Injectable()
export class LeadLifecycleActivityService implements LeadLifecycleActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly members: MemberDirectory,
    private readonly feed: OrganisationFeed,
    private readonly pointsOfSale: PointOfSaleDirectory,
    private readonly versions: SettingsVersions,
    private readonly mailer: ReminderMailer,
  ) {}

  /**
   * Three steps: claim (who gets it is decided once), send to each who has not got it, record. A crash between the
   * second and the third sends that one e-mail again with the same Message-ID (docs/decisions/0003).
   */
  async sendReminder(input: ReminderInput): Promise<ReminderOutcome> {
    await this.feed.catchUp();
    const due = await this.dataSource.transaction((tx) => this.#claim(tx, input));
    if (typeof due === 'string') return due;
    const [pointOfSale, calendar] = await Promise.all([
      this.pointsOfSale.findOne(due.lead.pointOfSaleId),
      this.versions.calendarOf(due.lead.settingsId),
    ]);
    for (const recipient of due.owed) {
      // The last gate of S1.4: this machine's clock can only forbid, never allow.
      if (Date.now() >= Date.parse(input.deadlineAt)) return 'MISSED';
      const timeZone = pointOfSale?.timeZone ?? 'Europe/Paris';
      await this.mailer.send({
        ...due,
        recipient,
        number: input.number,
        atMs: Date.parse(input.at),
        timeZone,
        calendar,
      });
      await this.dataSource.query(
        `UPDATE leads.reminder_delivery SET sent_at = now() WHERE lead_id = $1 AND number = $2 AND recipient_id = $3`,
        [input.leadId, input.number, recipient.id],
      );
    }
    await this.dataSource.transaction((tx) => this.#recordSent(tx, input, due.all));
    return 'SENT';
  }

  async markOverdue({ leadId, deadlineAt }: OverdueInput): Promise<OverdueOutcome> {
    return this.dataSource.transaction(async (tx) => {
      const lead = await findLead(tx, leadId);
      if (!lead || !runsUntil(lead, deadlineAt)) return 'SUPERSEDED';
      if (lead.overdueAt) return 'RECORDED';
      const at = new Date(deadlineAt);
      const missed = lead.reminders.filter(isPending);
      const reminders = lead.reminders.map((reminder) =>
        isPending(reminder) ? { ...reminder, missedAt: deadlineAt } : reminder,
      );
      await saveLead(tx, {
        ...lead,
        reminders,
        overdueAt: at,
        lastActivityAt: laterOf(lead.lastActivityAt, at),
      });
      for (const { number, dueAt } of missed) {
        const count = reminderCountOf(lead);
        await append(tx, leadId, at, 'lead.reminderMissed', { number, count, dueAt, reason: 'OVERDUE' });
      }
      await append(tx, leadId, at, 'lead.overdue', { deadlineAt });
      return 'RECORDED';
    });
  }

  /** Decides once who gets this reminder (D4: read now), and who of them has not got it yet. */
  async #claim(tx: EntityManager, input: ReminderInput): Promise<Due | ReminderOutcome> {
    const lead = await findLead(tx, input.leadId);
    const reminder = lead?.reminders.find(({ number }) => number === input.number);
    if (!lead || !reminder) return 'SUPERSEDED';
    if (reminder.sentAt) return 'SENT';
    if (reminder.missedAt) return 'MISSED';
    if (!runsUntil(lead, input.deadlineAt) || reminder.dueAt !== input.dueAt) return 'SUPERSEDED';
    let claimed = await readClaims(tx, input);
    if (claimed.length === 0) {
      const recipients = await this.members.remindersFor(tx, lead);
      if (recipients.length === 0) {
        await this.#recordNobody(tx, lead, input);
        return 'MISSED';
      }
      await tx.query(
        `INSERT INTO leads.reminder_delivery (lead_id, number, recipient_id) SELECT $1, $2, unnest($3::uuid[])`,
        [input.leadId, input.number, recipients.map(({ id }) => id)],
      );
      claimed = recipients.map((member) => ({ ...member, sent: false }));
    }
    return { lead, all: claimed, owed: claimed.filter(({ sent }) => !sent) };
  }

  async #recordSent(tx: EntityManager, input: ReminderInput, recipients: Member[]): Promise<void> {
    const lead = await findLead(tx, input.leadId);
    const reminder = lead?.reminders.find(({ number }) => number === input.number);
    if (!lead || !reminder || reminder.sentAt) return;
    const at = new Date(input.at);
    // Paused or moved meanwhile: it left all the same, and leaves no second time.
    const sent: ReminderRecord = {
      ...reminder,
      dueAt: input.dueAt,
      remainingMs: null,
      sentAt: input.at,
      missedAt: null,
    };
    await saveReminder(tx, lead, sent, at);
    await append(tx, lead.id, at, 'lead.reminderSent', {
      number: input.number,
      count: reminderCountOf(lead),
      dueAt: input.dueAt,
      recipientIds: recipients.map(({ id }) => id),
    });
  }

  async #recordNobody(tx: EntityManager, lead: Lead, { number, dueAt, at }: ReminderInput): Promise<void> {
    const instant = new Date(at);
    await saveReminder(tx, lead, { number, dueAt, remainingMs: null, sentAt: null, missedAt: at }, instant);
    const count = reminderCountOf(lead);
    await append(tx, lead.id, instant, 'lead.reminderMissed', {
      number,
      count,
      dueAt,
      reason: 'NO_RECIPIENT',
    });
  }
}

function isPending(reminder: ReminderRecord): boolean {
  return !reminder.sentAt && !reminder.missedAt;
}

/** Whether the lead's clock runs and ends at this very deadline: otherwise the workflow speaks of an older state. */
function runsUntil(lead: Lead, deadlineAt: string): boolean {
  return (
    lead.status === 'IN_PROGRESS' && lead.pausedAt === null && lead.deadlineAt.toISOString() === deadlineAt
  );
}

async function findLead(tx: EntityManager, id: string): Promise<Lead | null> {
  try {
    return await lockLead(tx, id);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return null;
    throw error;
  }
}

function readClaims(
  tx: EntityManager,
  { leadId, number }: ReminderInput,
): Promise<(Member & { sent: boolean })[]> {
  return tx.query(
    `SELECT m.id, m.name, m.email, d.sent_at IS NOT NULL AS sent
       FROM leads.reminder_delivery d JOIN leads.member m ON m.id = d.recipient_id
      WHERE d.lead_id = $1 AND d.number = $2 ORDER BY m.id`,
    [leadId, number],
  );
}

async function saveReminder(tx: EntityManager, lead: Lead, changed: ReminderRecord, at: Date): Promise<void> {
  const reminders = lead.reminders.map((reminder) =>
    reminder.number === changed.number ? changed : reminder,
  );
  await saveLead(tx, { ...lead, reminders, lastActivityAt: laterOf(lead.lastActivityAt, at) });
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function append<E extends keyof LeadEvents & string>(
  tx: EntityManager,
  leadId: string,
  occurredAt: Date,
  type: E,
  data: LeadEvents[E],
): Promise<void> {
  return appendEvent(tx, 'leads', {
    type,
    version: 1,
    subject: leadId,
    occurredAt,
    actor: { kind: 'system', id: null },
    data,
  });
}
