import {
  defineSearchAttributeKey,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import type { LeadFollowState } from '@relance/contracts-leads';

const pointOfSale = defineSearchAttributeKey('PointOfSale', 'KEYWORD');
const leadType = defineSearchAttributeKey('LeadType', 'KEYWORD');
const assignee = defineSearchAttributeKey('Assignee', 'KEYWORD');
const leadState = defineSearchAttributeKey('LeadState', 'KEYWORD');
const deadlineAt = defineSearchAttributeKey('DeadlineAt', 'DATETIME');
const overdue = defineSearchAttributeKey('Overdue', 'BOOL');

/** What the namespace has to know before a lead can be followed. */
export const LEAD_SEARCH_ATTRIBUTES = [pointOfSale, leadType, assignee, leadState, deadlineAt, overdue];

/** What an admin filters by in the Temporal UI: WON and LOST, else whether the clock runs. */
export type LeadState = 'RUNNING' | 'PAUSED' | 'WON' | 'LOST';

export function leadStateOf(state: LeadFollowState): LeadState {
  if (state.status !== 'IN_PROGRESS') return state.status;
  return state.pauseReasons.length > 0 ? 'PAUSED' : 'RUNNING';
}

/** Everything there is to find a lead by; people by id, and nothing of the contact. */
export function searchAttributeUpdates(state: LeadFollowState): SearchAttributeUpdatePair[] {
  return [
    { key: pointOfSale, value: state.pointOfSaleName || state.pointOfSaleId },
    { key: leadType, value: state.leadType },
    { key: assignee, value: state.assigneeId },
    { key: leadState, value: leadStateOf(state) },
    { key: deadlineAt, value: new Date(state.deadlineAt) },
    {
      key: overdue,
      value: state.overdue && state.status === 'IN_PROGRESS' && state.pauseReasons.length === 0,
    },
  ];
}

/** The same for the start of a workflow, where a value that is not there is left out. */
export function initialSearchAttributes(state: LeadFollowState): SearchAttributePair[] {
  return searchAttributeUpdates(state).filter((pair): pair is SearchAttributePair => pair.value !== null);
}
