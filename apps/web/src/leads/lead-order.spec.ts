import { mayBringIn, mayMove } from './lead-order';

describe('a lead that is not in the list may come there', () => {
  it('when it is assigned: also on « Tous », for it may come from another point of sale (S2.8)', () => {
    expect(mayBringIn('lead.assigned', { sort: '-createdAt' })).toBe(true);
  });

  it.each(['lead.deadlineEdited', 'lead.paused', 'lead.resumed'])(
    'after %s, when the list is in the order of deadlines',
    (event) => {
      expect(mayBringIn(event, { sort: 'deadlineAt' })).toBe(true);
      expect(mayMove(event, { sort: '-deadlineAt' })).toBe(true);
      expect(mayBringIn(event, { sort: '-createdAt' })).toBe(false);
    },
  );

  it('not after a remark or a reminder', () => {
    for (const event of ['lead.remarked', 'lead.reminderSent'])
      expect(mayBringIn(event, { sort: 'deadlineAt', overdue: 'true' })).toBe(false);
  });
});
