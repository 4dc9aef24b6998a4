import type { TimelineItem } from './timeline-query';

/** What the timeline can be narrowed to. */
export const TIMELINE_FILTERS = ['all', 'reminders', 'pauses', 'actions', 'remarks'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];
export type TimelineKind = Exclude<TimelineFilter, 'all'>;

const KINDS: Readonly<Record<string, TimelineKind>> = {
  'lead.reminderSent': 'reminders',
  'lead.reminderMissed': 'reminders',
  'lead.overdue': 'reminders',
  'lead.paused': 'pauses',
  'lead.resumed': 'pauses',
  'lead.remarked': 'remarks',
};

/** Under which filter an event is found; what is not listed is something somebody did. */
export function kindOf(type: string): TimelineKind {
  return KINDS[type] ?? 'actions';
}

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
