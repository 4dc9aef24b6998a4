import type { Clock, ReminderNumber } from '@relance/lead-clock';
import type { ContactStatus, LeadFollowState, LeadStatus, PauseReason } from '@relance/contracts-leads';

/** One reminder as a lead remembers it: pending until `sentAt` or `missedAt` is there. Instants are ISO UTC. */
export type ReminderRecord = {
  number: ReminderNumber;
  /** When it leaves; null while the clock stands still. */
  dueAt: string | null;
  /** Open time until it leaves, in ms, while the clock stands still. */
  remainingMs: number | null;
  sentAt: string | null;
  missedAt: string | null;
};

/** The part of a lead's row that its lifecycle reads and writes. */
export type LeadRecord = {
  id: string;
  code: string;
  version: number;
  pointOfSaleId: string;
  type: string;
  assigneeId: string | null;
  status: LeadStatus;
  contactStatus: ContactStatus;
  contactStatusDetail: string | null;
  settingsId: string | null;
  receivedAt: Date;
  lifetimeMs: number;
  deadlineAt: Date;
  pausedAt: Date | null;
  remainingMs: number | null;
  pauseReasons: PauseReason[];
  reminders: ReminderRecord[];
  overdueAt: Date | null;
  handledAt: Date | null;
  closedAt: Date | null;
  closeReason: string | null;
};

const isPending = (reminder: ReminderRecord): boolean => !reminder.sentAt && !reminder.missedAt;

/** The clock of a lead, with the reminders that are still to leave. */
export function clockOf(lead: LeadRecord): Clock {
  const pending = lead.reminders.filter(isPending);
  if (lead.pausedAt) {
    return {
      state: 'paused',
      lifetimeMs: lead.lifetimeMs,
      pausedAt: lead.pausedAt.getTime(),
      deadlineAt: lead.deadlineAt.getTime(),
      remainingMs: lead.remainingMs ?? 0,
      reminders: pending.map(({ number, remainingMs }) => ({ number, remainingMs: remainingMs ?? 0 })),
    };
  }
  return {
    state: 'running',
    lifetimeMs: lead.lifetimeMs,
    deadlineAt: lead.deadlineAt.getTime(),
    reminders: pending.map(({ number, dueAt }) => ({ number, dueAt: Date.parse(dueAt!) })),
  };
}

/** The same lead with this clock; reminders that left or were missed keep their record. */
export function withClock<L extends LeadRecord>(lead: L, clock: Clock): L {
  const done = lead.reminders.filter((reminder) => !isPending(reminder));
  const common = { sentAt: null, missedAt: null };
  const reminders: ReminderRecord[] =
    clock.state === 'paused'
      ? clock.reminders.map(({ number, remainingMs }) => ({ number, dueAt: null, remainingMs, ...common }))
      : clock.reminders.map(({ number, dueAt }) => ({
          number,
          dueAt: new Date(dueAt).toISOString(),
          remainingMs: null,
          ...common,
        }));
  return {
    ...lead,
    lifetimeMs: clock.lifetimeMs,
    deadlineAt: new Date(clock.deadlineAt),
    pausedAt: clock.state === 'paused' ? new Date(clock.pausedAt) : null,
    remainingMs: clock.state === 'paused' ? clock.remainingMs : null,
    reminders: [...done, ...reminders].sort((a, b) => a.number - b.number),
  };
}

/** The 2 of « rappel 1/2 »: reminders that new settings dropped still count. */
export function reminderCountOf(lead: LeadRecord): number {
  return Math.max(0, ...lead.reminders.map(({ number }) => number));
}

/** What the workflow of this lead follows. */
export function followStateOf(
  lead: LeadRecord,
  pointOfSaleName: string,
  correlationId?: string,
): LeadFollowState {
  return {
    leadId: lead.id,
    code: lead.code,
    version: lead.version,
    pointOfSaleId: lead.pointOfSaleId,
    pointOfSaleName,
    leadType: lead.type,
    assigneeId: lead.assigneeId,
    status: lead.status,
    pauseReasons: lead.pauseReasons,
    overdue: lead.overdueAt !== null,
    lifetimeMs: lead.lifetimeMs,
    deadlineAt: lead.deadlineAt.toISOString(),
    remainingMs: lead.remainingMs,
    correlationId: correlationId ?? null,
    reminderCount: reminderCountOf(lead),
    reminders: lead.reminders
      .filter(isPending)
      .map(({ number, dueAt, remainingMs }) => ({ number, dueAt, remainingMs })),
  };
}
