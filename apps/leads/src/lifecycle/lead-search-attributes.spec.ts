import type { LeadFollowState } from '@relance/contracts-leads';
import { leadRecord } from '../testing/lead-record';
import { followStateOf } from './lead-record';
import { initialSearchAttributes, searchAttributeUpdates } from './lead-search-attributes.workflow';

const state = followStateOf(leadRecord(), 'Relance Lyon Est');
const valuesOf = (change: Partial<LeadFollowState> = {}) =>
  Object.fromEntries(
    searchAttributeUpdates({ ...state, ...change }).map(({ key, value }) => [key.name, value]),
  );

it('an admin finds a lead by all that matters, and by nothing of its contact', () => {
  expect(valuesOf({ assigneeId: 'me' })).toEqual({
    PointOfSale: 'Relance Lyon Est',
    LeadType: 'VN',
    Assignee: 'me',
    LeadState: 'RUNNING',
    DeadlineAt: new Date('2026-11-20T10:10:00Z'),
    Overdue: false,
  });
});
it('a point of sale without a name goes by its id', () =>
  expect(valuesOf({ pointOfSaleName: '' })['PointOfSale']).toBe(state.pointOfSaleId));
it.each([
  [{ overdue: true }, 'RUNNING', true],
  [{ overdue: true, pauseReasons: ['HANDLED'] }, 'PAUSED', false],
  [{ overdue: true, status: 'LOST', pauseReasons: ['CLOSED'] }, 'LOST', false],
  [{ status: 'WON', pauseReasons: ['CLOSED'] }, 'WON', false],
] as const)('%j is %s, overdue %s', (change, leadState, overdue) => {
  expect(valuesOf(change as Partial<LeadFollowState>)).toMatchObject({
    LeadState: leadState,
    Overdue: overdue,
  });
});
it('nobody in charge: unset in an update, left out at the start', () => {
  expect(valuesOf()['Assignee']).toBeNull();
  expect(initialSearchAttributes(state).map(({ key }) => key.name)).not.toContain('Assignee');
});
