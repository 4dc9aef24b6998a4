import { Injectable } from '@nestjs/common';
import type { ContactStatus, LeadStatus } from '@relance/contracts-leads';
import { DeadlineNotAfterNowError, editDeadline } from '@relance/lead-clock';
import { NotFoundError } from '@relance/service-runtime';
import type { Principal, UserPrincipal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';
import { leadView, type Lead } from '../lead-page/lead-view';
import type { LeadView } from '../lead-page/lead.schema';
import { MemberDirectory } from '../organisation-projection/member-directory';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { requireOpen } from '../intake/intake-access';
import { UnknownPointOfSaleError } from '../intake/intake.errors';
import { uuidv7 } from '../uuid';
import {
  assign,
  bookAppointment,
  cancelAppointment,
  close,
  declareContact,
  refuseClosed,
  reopen,
  take,
} from './lead-changes';
import { clockOf, withClock } from './lead-record';
import { LeadTransaction, type ChangeContext, type ChangeRequest, type Decision } from './lead-transaction';
import { AssigneeNotEligibleError, NotInFutureError } from './lifecycle.errors';

const FIVE_YEARS_MS = 5 * 366 * 24 * 60 * 60_000;

/** A lead as it is after an action, the version its ETag is made of, and who and where had it before. */
export type Changed = {
  view: LeadView;
  version: number;
  previous: { assigneeId: string | null; pointOfSaleId: string };
};

/** Who acts on which lead; for edits with the version read. */
export type Acting<P extends Principal = Principal> = {
  principal: P;
  leadId: string;
  expectedVersion?: number;
  /** The instant of the action; now, unless a past is told. */
  now?: Date;
};

/** Whom a lead is given to, or nobody, and where. */
type Assignment = { userId?: string | null; pointOfSaleId?: string };

/** What people do with a lead. Each action is one transaction: the row, its event, and the clock that follows. */
@Injectable()
export class LifecycleService {
  constructor(
    private readonly transaction: LeadTransaction,
    private readonly members: MemberDirectory,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  take(tx: EntityManager, acting: Acting<UserPrincipal>): Promise<Changed> {
    return this.#change(tx, acting, ({ lead }) => {
      const taken = take(lead, acting.principal.userId);
      if (taken.assigneeId === lead.assigneeId) return null;
      return assigned(lead, taken, true);
    });
  }

  /**
   * To be called before the transaction of {@link assign}: a person or place that is not known here yet is asked for at
   * the source, over a connection of its own.
   */
  async learnOf(to: Assignment, leadIds: string[]): Promise<void> {
    if (to.pointOfSaleId) await this.pointsOfSale.findOne(to.pointOfSaleId);
    if (to.userId) await this.members.learnOf(to.userId, leadIds, to.pointOfSaleId);
  }

  /** @throws UnknownPointOfSaleError, PointOfSaleInactiveError when it would move there, AssigneeNotEligibleError */
  async assign(tx: EntityManager, acting: Acting, to: Assignment): Promise<Changed> {
    const place = to.pointOfSaleId;
    const target = place ? (await this.pointsOfSale.findWithin(tx, [place])).get(place) : undefined;
    if (place && !target) throw new UnknownPointOfSaleError();
    return this.#change(tx, acting, async ({ lead }) => {
      const after = assign(lead, to);
      if (after.pointOfSaleId !== lead.pointOfSaleId) requireOpen(target);
      if (to.userId && !(await this.members.isEligible(tx, to.userId, after.pointOfSaleId))) {
        throw new AssigneeNotEligibleError();
      }
      if (after.assigneeId === lead.assigneeId && after.pointOfSaleId === lead.pointOfSaleId) return null;
      return assigned(lead, after, false);
    });
  }

  declareContact(
    tx: EntityManager,
    acting: Acting,
    declared: { status: ContactStatus; detail?: string | null },
  ): Promise<Changed> {
    const now = acting.now ?? new Date();
    return this.#change(
      tx,
      acting,
      ({ lead }) => ({
        lead: declareContact(lead, declared, now),
        event: 'lead.contactStatusDeclared',
        data: { status: declared.status, previous: lead.contactStatus, detail: declared.detail ?? null },
      }),
      now,
    );
  }

  /** @throws NotInFutureError */
  async bookAppointment(
    tx: EntityManager,
    acting: Acting<UserPrincipal>,
    at: Date,
  ): Promise<Changed & { appointmentId: string }> {
    const now = acting.now ?? new Date();
    requireFuture('at', at, now);
    const appointmentId = uuidv7();
    const changed = await this.#change(
      tx,
      acting,
      async ({ lead }) => {
        const booked = bookAppointment(lead);
        await tx.query(
          `INSERT INTO leads.appointment (id, lead_id, at, booked_by, booked_at) VALUES ($1, $2, $3, $4, $5)`,
          [appointmentId, lead.id, at, acting.principal.userId, now],
        );
        return {
          lead: booked,
          event: 'lead.appointmentBooked',
          data: { appointmentId, at: at.toISOString() },
        };
      },
      now,
    );
    return { ...changed, appointmentId };
  }

  /** Cancelling twice changes nothing the second time. @throws NotFoundError */
  cancelAppointment(tx: EntityManager, acting: Acting, appointmentId: string): Promise<Changed> {
    const now = acting.now ?? new Date();
    return this.#change(
      tx,
      acting,
      async ({ lead, liveAppointments }) => {
        const [appointment] = await tx.query<{ at: Date; cancelled_at: Date | null }[]>(
          'SELECT at, cancelled_at FROM leads.appointment WHERE id = $1 AND lead_id = $2',
          [appointmentId, lead.id],
        );
        if (!appointment) throw new NotFoundError();
        if (appointment.cancelled_at) return null;
        await tx.query('UPDATE leads.appointment SET cancelled_at = $2 WHERE id = $1', [appointmentId, now]);
        const others = appointment.at > now ? liveAppointments - 1 : liveAppointments;
        return {
          lead: cancelAppointment(lead, others),
          event: 'lead.appointmentCancelled',
          data: { appointmentId, at: appointment.at.toISOString() },
        };
      },
      now,
    );
  }

  reopen(tx: EntityManager, acting: Acting): Promise<Changed> {
    return this.#change(tx, acting, ({ lead, liveAppointments }) => ({
      lead: reopen(lead, liveAppointments),
      event: 'lead.reopened',
      data: {},
    }));
  }

  /** D8: the remaining reminders move in proportion. @throws NotInFutureError */
  editDeadline(tx: EntityManager, acting: Acting, deadlineAt: Date): Promise<Changed> {
    const now = acting.now ?? new Date();
    requireFuture('deadlineAt', deadlineAt, now);
    return this.#change(tx, acting, (context) => moveDeadline(context, deadlineAt, now), now);
  }

  /** WON and LOST end the lead; IN_PROGRESS reopens one that ended. */
  setStatus(
    tx: EntityManager,
    acting: Acting,
    to: { status: LeadStatus; reason?: string | null },
  ): Promise<Changed> {
    const now = acting.now ?? new Date();
    return this.#change(
      tx,
      acting,
      ({ lead, liveAppointments }): Decision | null => {
        if (to.status === lead.status) return null;
        if (to.status === 'IN_PROGRESS') {
          return { lead: reopen(lead, liveAppointments), event: 'lead.reopened', data: {} };
        }
        const reason = to.reason ?? null;
        const closed = close(lead, to.status, reason, now);
        return { lead: closed, event: to.status === 'WON' ? 'lead.won' : 'lead.lost', data: { reason } };
      },
      now,
    );
  }

  async #change(
    tx: EntityManager,
    acting: Acting,
    decide: (context: ChangeContext) => Promise<Decision | null> | Decision | null,
    now = acting.now ?? new Date(),
  ): Promise<Changed> {
    const request: ChangeRequest = { ...acting, now };
    const { before, lead, calendar } = await this.transaction.change(tx, request, decide);
    const previous = { assigneeId: before.assigneeId, pointOfSaleId: before.pointOfSaleId };
    return { view: leadView(lead, calendar, now.getTime()), version: lead.version, previous };
  }
}

function assigned(before: Lead, after: Lead, taken: boolean): Decision {
  return {
    lead: after,
    event: 'lead.assigned',
    data: {
      assigneeId: after.assigneeId,
      previousAssigneeId: before.assigneeId,
      pointOfSaleId: after.pointOfSaleId,
      previousPointOfSaleId: before.pointOfSaleId,
      taken,
    },
  };
}

function moveDeadline({ lead, calendar }: ChangeContext, deadlineAt: Date, now: Date): Decision {
  refuseClosed(lead);
  try {
    const clock = editDeadline(clockOf(lead), deadlineAt.getTime(), now.getTime(), calendar);
    return {
      lead: { ...withClock(lead, clock), overdueAt: null },
      event: 'lead.deadlineEdited',
      data: { deadlineAt: deadlineAt.toISOString(), previousDeadlineAt: lead.deadlineAt.toISOString() },
    };
  } catch (error) {
    if (error instanceof DeadlineNotAfterNowError) throw new NotInFutureError('deadlineAt');
    throw error;
  }
}

function requireFuture(path: string, at: Date, now: Date): void {
  const ahead = at.getTime() - now.getTime();
  if (ahead <= 0 || ahead > FIVE_YEARS_MS) throw new NotInFutureError(path);
}
