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

/** The entries of each calendar day, newest first. */
export function byDay(
  entries: readonly TimelineEntry[],
  dayOf: (atMs: number) => string,
): { day: string; atMs: number; entries: TimelineEntry[] }[] {
  const days: { day: string; atMs: number; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const atMs = Date.parse(entry.item.occurredAt);
    const day = dayOf(atMs);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, atMs, entries: [entry] });
  }
  return days;
}
