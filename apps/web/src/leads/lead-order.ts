import type { LeadQuery, Sort } from './filters';
import type { Lead } from './lead';

/** Whether one lead stands before another in a sorted list, as the API orders them. */
export function isBefore(one: Lead, other: Lead, sort: Sort): boolean {
  const at = (lead: Lead): number =>
    Date.parse(sort.endsWith('createdAt') ? lead.createdAt : lead.deadlineAt);
  const difference = at(one) - at(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  return sort.startsWith('-') ? difference > 0 : difference < 0;
}

/**
 * Whether a lead that was in a list still belongs there. Words that were searched for are not looked at: a lead does
 * not leave its list because its contact was corrected.
 */
export function stillBelongs(lead: Lead, query: LeadQuery, userId: string): boolean {
  const { status, contactStatus, overdue, assigneeId, pointOfSaleId, type, source } = query;
  const wanted = assigneeId === 'me' ? userId : assigneeId;
  return (
    (!status || status.includes(lead.status)) &&
    (!contactStatus || contactStatus.includes(lead.contactStatus)) &&
    (overdue === undefined || lead.overdue === (overdue === 'true')) &&
    (wanted === undefined || (wanted === 'none' ? lead.assigneeId === null : lead.assigneeId === wanted)) &&
    (!pointOfSaleId || pointOfSaleId.includes(lead.pointOfSaleId)) &&
    (!type || type.includes(lead.type)) &&
    (source === undefined || lead.source.name.toLowerCase() === source.toLowerCase())
  );
}

/** After them a lead may be due at another time. */
const DEADLINE_EVENTS = [
  'lead.deadlineEdited',
  'lead.settingsApplied',
  'lead.paused',
  'lead.resumed',
  'lead.reopened',
];

/** Whether a change of a lead may give it another place in the list. */
export function mayMove(event: string, { sort }: LeadQuery): boolean {
  return (sort?.endsWith('deadlineAt') ?? false) && DEADLINE_EVENTS.includes(event);
}

/** Whether a change of a lead that is not in the list may bring it there, or to its beginning. */
export function mayBringIn(event: string, query: LeadQuery): boolean {
  if (mayMove(event, query)) return true;
  switch (event) {
    case 'lead.received':
    // Also to another point of sale: one that this person sees, and saw nothing of the lead before.
    case 'lead.assigned':
      return true;
    case 'lead.overdue':
      return query.overdue !== undefined;
    case 'lead.reminderSent':
    case 'lead.reminderMissed':
    case 'lead.remarked':
      return false;
    case 'lead.contactEdited':
      return query.q !== undefined;
    default:
      return query.status !== undefined || query.contactStatus !== undefined || query.overdue !== undefined;
  }
}
