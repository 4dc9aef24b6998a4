import type { TimelineItem } from './timeline-query';

/** What the timeline can be narrowed to, and what the API calls it. */
export const TIMELINE_KINDS = {
  all: undefined,
  reminders: ['REMINDER', 'OVERDUE'],
  pauses: ['PAUSE', 'RESUMPTION'],
  actions: ['RECEIPT', 'ACTION', 'SETTINGS'],
  remarks: ['REMARK'],
} as const satisfies Record<string, readonly TimelineItem['kind'][] | undefined>;
export type TimelineFilter = keyof typeof TIMELINE_KINDS;
export const TIMELINE_FILTERS = Object.keys(TIMELINE_KINDS) as TimelineFilter[];

/** An event with whether the clock stood still after it (`above`, newer) and before it (`below`, older). */
export type TimelineEntry = { item: TimelineItem; above: boolean; below: boolean };

/**
 * Walks from now into the past and knows, between any two events, whether the clock stood still (D5).
 * @param pausedNow whether it does now
 */
export function withPauses(items: readonly TimelineItem[], pausedNow: boolean): TimelineEntry[] {
  let paused = pausedNow;
  return items.map((item) => {
    const above = paused;
    if (item.type === 'lead.paused') paused = false;
    else if (item.type === 'lead.resumed') paused = true;
    return { item, above, below: paused };
  });
}

/** The entries of a calendar day; `elsewhere` are those that happened on another one. */
export type TimelineDay = { day: string; atMs: number; entries: (TimelineEntry & { elsewhere: boolean })[] };

/**
 * The entries of each calendar day, newest first. What was recorded later than it happened (a lead that came in late was
 * overdue days before) stays among what was recorded with it, and is known to be of another day.
 * @param dayOf `2026-11-22`
 */
export function byDay(entries: readonly TimelineEntry[], dayOf: (atMs: number) => string): TimelineDay[] {
  const days: TimelineDay[] = [];
  let latest = { day: '', atMs: 0 };
  for (const entry of entries.toReversed()) {
    const atMs = Date.parse(entry.item.occurredAt);
    const own = dayOf(atMs);
    if (own >= latest.day) latest = { day: own, atMs };
    const { day } = latest;
    const shown = { ...entry, elsewhere: own !== day };
    const last = days[0];
    if (last?.day === day) last.entries.unshift(shown);
    else days.unshift({ day, atMs: latest.atMs, entries: [shown] });
  }
  return days;
}
