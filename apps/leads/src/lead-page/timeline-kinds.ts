import type { LeadEvents } from '@relance/contracts-leads';

/** What an item of the timeline is, so that a page can show it as such and filter by it. */
export const TIMELINE_KINDS = [
  'RECEIPT',
  'ACTION',
  'REMARK',
  'PAUSE',
  'RESUMPTION',
  'REMINDER',
  'OVERDUE',
  'SETTINGS',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

const KIND_OF: Record<keyof LeadEvents, TimelineKind> = {
  'lead.received': 'RECEIPT',
  'lead.assigned': 'ACTION',
  'lead.contactStatusDeclared': 'ACTION',
  'lead.appointmentBooked': 'ACTION',
  'lead.appointmentCancelled': 'ACTION',
  'lead.reopened': 'ACTION',
  'lead.deadlineEdited': 'ACTION',
  'lead.settingsApplied': 'SETTINGS',
  'lead.won': 'ACTION',
  'lead.lost': 'ACTION',
  'lead.paused': 'PAUSE',
  'lead.resumed': 'RESUMPTION',
  'lead.reminderSent': 'REMINDER',
  'lead.reminderMissed': 'REMINDER',
  'lead.overdue': 'OVERDUE',
  'lead.remarked': 'REMARK',
  'lead.contactEdited': 'ACTION',
  'leads.settingsSaved': 'SETTINGS',
};

/** An event of a later version is something that somebody did. */
export function kindOf(type: string): TimelineKind {
  return Object.hasOwn(KIND_OF, type) ? KIND_OF[type as keyof LeadEvents] : 'ACTION';
}

/** The events of these kinds. */
export function typesOf(kinds: readonly TimelineKind[]): string[] {
  return Object.keys(KIND_OF).filter((type) => kinds.includes(kindOf(type)));
}
