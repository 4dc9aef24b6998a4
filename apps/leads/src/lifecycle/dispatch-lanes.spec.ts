import { FOLLOWED_EVENTS } from '@relance/contracts-leads';
import type { StoredEvent } from '@relance/event-log';
import { BULK_LANE, LIVE_LANE } from './lead-dispatcher';

const event = (type: string, data: object = {}) => ({ type, data }) as StoredEvent;

describe('the two lanes of the dispatcher', () => {
  it('an imported lead goes by the slow lane, so that it holds up nobody', () => {
    const imported = event('lead.received', { channel: 'CSV' });
    expect([LIVE_LANE.takes(imported), BULK_LANE.takes(imported)]).toEqual([false, true]);
  });

  it.each(['API', 'ADF', 'FORM'])('a lead that arrives by %s goes by the fast lane', (channel) => {
    const received = event('lead.received', { channel });
    expect([LIVE_LANE.takes(received), BULK_LANE.takes(received)]).toEqual([true, false]);
  });

  it.each(FOLLOWED_EVENTS.filter((type) => type !== 'lead.received'))(
    'what happens to a lead (%s) goes by the fast lane, imported or not',
    (type) => expect([LIVE_LANE.takes(event(type)), BULK_LANE.takes(event(type))]).toEqual([true, false]),
  );

  it('what no workflow follows goes by none', () => {
    const told = event('lead.reminderSent');
    expect([LIVE_LANE.takes(told), BULK_LANE.takes(told)]).toEqual([false, false]);
  });
});
