import {
  editDeadline,
  openingCalendar,
  openTimeBetween,
  type Clock,
  type OpeningCalendar,
} from '@relance/lead-clock';
import type { Lead } from '../lead-query';

type ClockedLead = Pick<
  Lead,
  'receivedAt' | 'deadlineAt' | 'paused' | 'remainingSeconds' | 'reminders' | 'overdue'
>;

/**
 * What a new deadline would do (D8). `leftMs` is open time. Of a reminder `toMs` is null when it would not leave any
 * more; while the clock stands still nobody knows when reminders leave: there are none then, only `waiting` of them.
 */
export type DeadlinePreview = {
  leftMs: number;
  reminders: { number: number; fromMs: number; toMs: number | null }[];
  waiting: number;
};

/** The reminders of a lead that are still to leave. */
export function pendingReminders<L extends Pick<Lead, 'reminders'>>(lead: L): L['reminders'] {
  return lead.reminders.filter(({ sentAt, missedAt }) => sentAt === null && missedAt === null);
}

/**
 * Computed as the server does; null when the deadline is not after `nowMs`.
 * @param calendar null: always open
 */
export function previewDeadline(
  lead: ClockedLead,
  deadlineAtMs: number,
  nowMs: number,
  calendar: OpeningCalendar | null,
): DeadlinePreview | null {
  if (!(deadlineAtMs > nowMs)) return null;
  const hours = calendar ?? openingCalendar(null, 'UTC');
  const pending = pendingReminders(lead);
  const leftMs = openTimeBetween(hours, nowMs, deadlineAtMs);
  if (lead.paused) return { leftMs, reminders: [], waiting: pending.length };
  const planned = pending.flatMap(({ number, dueAt }) =>
    dueAt === null ? [] : [{ number: number as 1 | 2, dueAt: Date.parse(dueAt) }],
  );
  const deadlineAt = Date.parse(lead.deadlineAt);
  const clock: Clock = {
    state: 'running',
    lifetimeMs: openTimeBetween(hours, Date.parse(lead.receivedAt), deadlineAt),
    deadlineAt,
    reminders: planned,
  };
  const moved = editDeadline(clock, deadlineAtMs, nowMs, hours);
  const after = new Map(
    moved.state === 'running' ? moved.reminders.map(({ number, dueAt }) => [number, dueAt]) : [],
  );
  return {
    leftMs,
    reminders: planned.map(({ number, dueAt }) => ({
      number,
      fromMs: dueAt,
      toMs: after.get(number) ?? null,
    })),
    waiting: 0,
  };
}
