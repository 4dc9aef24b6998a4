import { Inject, Injectable } from '@nestjs/common';
import { FOLLOWED_EVENTS, type FollowedEvent, type LeadEvents } from '@relance/contracts-leads';
import { appendEvent, type EventActor } from '@relance/event-log';
import { isOverdue, remainingTime, type OpeningCalendar } from '@relance/lead-clock';
import { correlationId, StaleError } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import type { Lead } from '../lead-page/lead-view';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { clockOf, followStateOf } from './lead-record';
import { countLiveAppointments, lockLead, saveLead } from './lead-store';
import { MARK_OVERDUE } from './reminder-statements';
import { settleClock } from './settle-clock';

/** Changes of a lead that its workflow need not know of. */
type UnfollowedChange = 'lead.contactEdited';

/** What a decision gives back: the changed lead and the fact to remember, or null when nothing changed. */
export type Decision = {
  [E in FollowedEvent | UnfollowedChange]: { lead: Lead; event: E; data: Omit<LeadEvents[E], 'follow'> };
}[FollowedEvent | UnfollowedChange];

const FOLLOWED: ReadonlySet<string> = new Set(FOLLOWED_EVENTS);
/** After these it is looked at anew whether an appointment pauses the lead; anything else leaves that as it is. */
const WEIGHS_APPOINTMENTS: ReadonlySet<Decision['event']> = new Set([
  'lead.contactStatusDeclared',
  'lead.appointmentBooked',
  'lead.appointmentCancelled',
  'lead.reopened',
]);

export type ChangeRequest = {
  leadId: string;
  principal: Principal;
  /** The version an edit was made upon; a lead that moved on refuses it. */
  expectedVersion?: number;
  now: Date;
};

export type ChangeContext = {
  tx: EntityManager;
  lead: Lead;
  /** Booked, not cancelled, and still to come. */
  liveAppointments: number;
  calendar: OpeningCalendar;
};

/** Ids of who acts, for the event log. */
export function actorOf(principal: Principal): EventActor {
  switch (principal.kind) {
    case 'user':
      return { kind: 'user', id: principal.userId };
    case 'apiKey':
      return { kind: 'apiKey', id: principal.apiKeyId };
    case 'service':
      return { kind: 'service', id: principal.service };
  }
}

/**
 * The one way a person's action changes a lead: lock it, decide, let the clock follow, store row and events, all in
 * the caller's transaction. The workflow follows the event (FOLLOWED_EVENTS).
 */
@Injectable()
export class LeadTransaction {
  constructor(
    @Inject(DataSource) readonly dataSource: DataSource,
    private readonly versions: SettingsVersions,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  /**
   * @throws NotFoundError when the lead is not the principal's to see
   * @throws StaleError when it is not at `expectedVersion` any more
   */
  async change(
    tx: EntityManager,
    request: ChangeRequest,
    decide: (context: ChangeContext) => Promise<Decision | null> | Decision | null,
  ): Promise<{ before: Lead; lead: Lead; calendar: OpeningCalendar }> {
    const locked = await lockLead(tx, request.leadId, request.principal);
    if (request.expectedVersion !== undefined && request.expectedVersion !== locked.version)
      throw new StaleError();
    const before = await this.#asOf(tx, locked, request.now);
    const calendar = await this.versions.calendarOf(before.settingsId, tx);
    const liveAppointments = await countLiveAppointments(tx, before.id, request.now);
    const decision = await decide({ tx, lead: before, liveAppointments, calendar });
    if (!decision) return { before, lead: before, calendar };
    const lead = await this.#store(tx, decision, request, calendar);
    return { before, lead, calendar };
  }

  /**
   * The lead with the overdue transition its clock went through by then (S1.4). The worker records it, but may have been
   * away; what happens to the lead now would make it forget.
   */
  async #asOf(tx: EntityManager, lead: Lead, now: Date): Promise<Lead> {
    const unknown = lead.status === 'IN_PROGRESS' && lead.overdueAt === null;
    if (!unknown || !isOverdue(clockOf(lead), now.getTime())) return lead;
    const deadlineAt = lead.deadlineAt.toISOString();
    await tx.query(MARK_OVERDUE.text, [lead.id, deadlineAt, deadlineAt, correlationId() ?? null]);
    return lockLead(tx, lead.id);
  }

  async #store(
    tx: EntityManager,
    decision: Decision,
    by: { principal: Principal; now: Date },
    calendar: OpeningCalendar,
  ): Promise<Lead> {
    const { now } = by;
    const awaitsAppointment = WEIGHS_APPOINTMENTS.has(decision.event)
      ? (await countLiveAppointments(tx, decision.lead.id, now)) > 0
      : decision.lead.pauseReasons.includes('APPOINTMENT');
    const settled = settleClock(decision.lead, awaitsAppointment, now, calendar);
    const lead = { ...settled.lead, version: decision.lead.version + 1, lastActivityAt: now };
    await saveLead(tx, lead);
    const pointOfSale = (await this.pointsOfSale.findWithin(tx, [lead.pointOfSaleId])).get(
      lead.pointOfSaleId,
    );
    const append = (type: string, data: object) =>
      appendEvent(tx, 'leads', {
        type,
        version: 1,
        subject: lead.id,
        occurredAt: now,
        actor: actorOf(by.principal),
        correlationId: correlationId(),
        data,
      });
    await append(decision.event, {
      ...decision.data,
      ...(FOLLOWED.has(decision.event) && {
        follow: followStateOf(lead, pointOfSale?.name ?? '', correlationId()),
      }),
    });
    const remainingSeconds = Math.ceil(remainingTime(clockOf(lead), now.getTime(), calendar) / 1000);
    if (settled.transition === 'paused') {
      await append('lead.paused', {
        reasons: lead.pauseReasons,
        remainingSeconds,
      } satisfies LeadEvents['lead.paused']);
    }
    if (settled.transition === 'resumed') {
      await append('lead.resumed', {
        remainingSeconds,
        deadlineAt: lead.deadlineAt.toISOString(),
      } satisfies LeadEvents['lead.resumed']);
    }
    return lead;
  }
}
