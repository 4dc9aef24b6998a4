import { isOpenAt, nextOpeningAt, openTimeBetween, type OpeningCalendar } from '@relance/lead-clock';

/** What the API says of a lead's time (`GET /leads`). */
export type LeadTime = {
  status: 'IN_PROGRESS' | 'WON' | 'LOST';
  receivedAt: string;
  deadlineAt: string;
  remainingSeconds: number;
  paused: boolean;
  pauseReasons: ('CLOSED' | 'HANDLED' | 'APPOINTMENT')[];
  overdue: boolean;
  reminders: { dueAt: string | null; sentAt: string | null }[];
};

/** `fraction`: what is left of the delay, 1 at the start, 0 at its end. Durations in ms. */
export type TimeLeftState =
  | { kind: 'running'; leftMs: number; fraction: number; tone: 'calm' | 'soon' }
  | { kind: 'closed'; leftMs: number; fraction: number; reopensAtMs: number | null }
  | { kind: 'overdue'; sinceMs: number }
  | { kind: 'paused'; leftMs: number; fraction: number; reason: 'HANDLED' | 'APPOINTMENT' | 'CLOSED' }
  | { kind: 'ended'; status: 'WON' | 'LOST' };

/** Without reminders, the ring turns amber when a third is left. */
const SOON_FRACTION = 1 / 3;
/** The calendar of today may not be the one the lead was created with (D6): then its deadline alone counts. */
const AGREEMENT_MS = 61_000;

/**
 * How a lead stands with time at `nowMs` (server's clock), without asking the server again (S2.2, D5, D7).
 * `readAtMs` is when the lead was read; `calendar` that of its point of sale, null: always open.
 */
export function timeLeft(
  lead: LeadTime,
  readAtMs: number,
  nowMs: number,
  calendar: OpeningCalendar | null,
): TimeLeftState {
  if (lead.status !== 'IN_PROGRESS') return { kind: 'ended', status: lead.status };
  const deadline = Date.parse(lead.deadlineAt);
  const received = Date.parse(lead.receivedAt);
  const lifetime = Math.max(openBetween(calendar, received, deadline), 1);
  if (lead.paused) {
    const leftMs = lead.remainingSeconds * 1000;
    const reason = lead.pauseReasons.includes('APPOINTMENT')
      ? 'APPOINTMENT'
      : lead.pauseReasons.includes('HANDLED')
        ? 'HANDLED'
        : 'CLOSED';
    return { kind: 'paused', leftMs, fraction: share(leftMs, lifetime), reason };
  }
  if (nowMs >= deadline) return { kind: 'overdue', sinceMs: nowMs - deadline };
  const hours = agrees(lead, readAtMs, deadline, calendar) ? calendar : null;
  const leftMs = openBetween(hours, nowMs, deadline);
  const fraction = share(leftMs, lifetime);
  if (hours && !isOpenAt(hours, nowMs))
    return { kind: 'closed', leftMs, fraction, reopensAtMs: nextOpeningAt(hours, nowMs) };
  return { kind: 'running', leftMs, fraction, tone: isSoon(lead, nowMs, fraction) ? 'soon' : 'calm' };
}

/** Amber from the first reminder on, whether it has left or is just about to. */
function isSoon(lead: LeadTime, nowMs: number, fraction: number): boolean {
  const first = lead.reminders[0];
  if (!first) return fraction <= SOON_FRACTION;
  return first.sentAt !== null || (first.dueAt !== null && Date.parse(first.dueAt) <= nowMs);
}

/** The calendar a lead's clock runs by, as far as one can tell: today's, when it explains what the server says is left. */
export function calendarOf(
  lead: LeadTime,
  readAtMs: number,
  calendar: OpeningCalendar | null,
): OpeningCalendar | null {
  return agrees(lead, readAtMs, Date.parse(lead.deadlineAt), calendar) ? calendar : null;
}

function agrees(
  lead: LeadTime,
  readAtMs: number,
  deadline: number,
  calendar: OpeningCalendar | null,
): boolean {
  if (!calendar) return false;
  return Math.abs(openBetween(calendar, readAtMs, deadline) - lead.remainingSeconds * 1000) < AGREEMENT_MS;
}

function openBetween(calendar: OpeningCalendar | null, fromMs: number, toMs: number): number {
  return calendar ? openTimeBetween(calendar, fromMs, toMs) : Math.max(toMs - fromMs, 0);
}

function share(leftMs: number, lifetimeMs: number): number {
  return Math.min(Math.max(leftMs / lifetimeMs, 0), 1);
}
