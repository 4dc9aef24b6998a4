import { randomUUID } from 'node:crypto';
import { nextStep, type ClockStep } from '@relance/lead-clock';
import type { UserPrincipal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';
import type { IntakePreparation } from '../intake/intake-preparation';
import { INTAKE_STATEMENT, intakeParameter } from '../intake/intake-statement';
import { newLeadSchema } from '../intake/new-lead.schema';
import { clockOf } from '../lifecycle/lead-record';
import { lockLead } from '../lifecycle/lead-store';
import type { LifecycleService } from '../lifecycle/lifecycle.service';
import type { ReminderDelivery } from '../lifecycle/reminder-delivery';
import { MARK_OVERDUE } from '../lifecycle/reminder-statements';
import type { Remarks } from '../remarks/remarks.service';
import { appointmentAt } from './demo-appointments';
import type { DemoLead, DemoStep } from './demo-story';

const MINUTE_MS = 60_000;

/** What leads live by: the same parts as those of real ones. */
export type LifeParts = {
  intake: IntakePreparation;
  lifecycle: LifecycleService;
  reminders: ReminderDelivery;
  remarks: Remarks;
};

/** A demo lead, how it is reached, and who does something to it. */
export type Cast = {
  lead: DemoLead;
  contact: { email: string | null; phone: string | null };
  people: ReadonlyMap<string, UserPrincipal>;
};

/**
 * Lets a demo lead live through its past up to `now`, in the order of time: it is taken in, people act, and in between
 * its clock does what the workflow would have done. Reminders are recorded as sent and no e-mail leaves, so the workflow,
 * told of all this at once afterwards, finds its work done.
 */
export class DemoLeadLife {
  readonly #sender = randomUUID();

  constructor(
    private readonly parts: LifeParts,
    private readonly tx: EntityManager,
    private readonly now: Date,
  ) {}

  async live({ lead, contact, people }: Cast): Promise<void> {
    const bornMs = this.now.getTime() - lead.minutesAgo * MINUTE_MS;
    const leadId = await this.#takeIn(lead, contact, new Date(bornMs));
    for (const step of lead.steps) {
      const atMs = bornMs + step.after * MINUTE_MS;
      const principal = people.get(step.by);
      if (atMs > this.now.getTime() || !principal) break;
      await this.#runClock(leadId, atMs);
      await this.#act(leadId, step, principal, new Date(atMs));
    }
    await this.#runClock(leadId, this.now.getTime());
  }

  async #takeIn(lead: DemoLead, contact: Cast['contact'], at: Date): Promise<string> {
    const { placeId: pointOfSaleId, type, source, firstName, lastName, vehicle, message, tags } = lead;
    const condition = type === 'VN' ? 'NEW' : 'USED';
    const body = newLeadSchema.parse({
      ...{ type, source, message, tags, contact: { firstName, lastName, ...contact } },
      vehicle: { ...vehicle, condition, currency: vehicle.priceCents === undefined ? null : 'EUR' },
    });
    const command = {
      ...{ body, pointOfSaleId, channel: 'API' as const, correlationId: undefined },
      actor: { kind: 'system' as const, id: null },
    };
    const [prepared] = await this.parts.intake.prepare([command], at);
    if (!prepared!.ok) throw prepared!.error;
    const { row } = prepared!.value;
    await this.tx.query(INTAKE_STATEMENT.text, [intakeParameter([row])]);
    return row.lead.id;
  }

  /** The reminders and the overdue transition that were due by then. */
  async #runClock(leadId: string, untilMs: number): Promise<void> {
    for (;;) {
      const lead = await lockLead(this.tx, leadId);
      const step = nextStep(clockOf(lead), lead.overdueAt !== null);
      if (lead.status !== 'IN_PROGRESS' || step.kind === 'none' || step.at > untilMs) return;
      const deadlineAt = lead.deadlineAt.toISOString();
      if (step.kind === 'overdue') {
        await this.tx.query(MARK_OVERDUE.text, [leadId, deadlineAt, deadlineAt, null]);
      } else if (!(await this.#remind(leadId, step, deadlineAt))) return;
    }
  }

  /** False when there was nobody to remind: the workflow will say so. */
  async #remind(
    leadId: string,
    { number, at: atMs }: ClockStep & { kind: 'reminder' },
    deadlineAt: string,
  ): Promise<boolean> {
    const at = new Date(atMs).toISOString();
    const input = { leadId, number, dueAt: at, deadlineAt, at, correlationId: null };
    const owed = await this.parts.reminders.claim(input, this.#sender, 0, this.tx);
    if (typeof owed === 'string' || owed.recipients.length === 0) return false;
    const recipientIds = owed.recipients.map(({ id }) => id);
    return this.parts.reminders.record(input, recipientIds, true, this.tx);
  }

  async #act(leadId: string, step: DemoStep, principal: UserPrincipal, at: Date): Promise<void> {
    const { tx } = this;
    const { lifecycle, remarks } = this.parts;
    const acting = { leadId, principal, now: at };
    switch (step.do) {
      case 'take':
        return void (await lifecycle.take(tx, acting));
      case 'assign':
        return void (await lifecycle.assign(tx, acting, { userId: step.to }));
      case 'contacted':
        return void (await lifecycle.declareContact(tx, acting, { status: 'CONTACTED' }));
      case 'noAnswer':
        return void (await lifecycle.declareContact(tx, acting, {
          ...{ status: 'NO_ANSWER', detail: step.detail },
        }));
      case 'appointment':
        return void (await lifecycle.bookAppointment(tx, acting, appointmentAt(this.now, step.inHours)));
      case 'reopen':
        return void (await lifecycle.reopen(tx, acting));
      case 'remark':
        return void (await remarks.add(tx, principal, leadId, step.text, at));
      case 'won':
      case 'lost': {
        const status = step.do === 'won' ? 'WON' : 'LOST';
        return void (await lifecycle.setStatus(tx, acting, { status, reason: step.reason }));
      }
    }
  }
}
