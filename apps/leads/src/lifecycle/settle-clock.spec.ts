import { openingCalendar } from '@relance/lead-clock';
import { leadRecord } from '../testing/lead-record';
import { settleClock } from './settle-clock';

const ALWAYS = openingCalendar(null, 'Europe/Paris');
const at = (time: string) => new Date(`2026-11-20T${time}Z`);
const settle = (lead: ReturnType<typeof leadRecord>, awaitsAppointment: boolean, time: string) =>
  settleClock(lead, awaitsAppointment, at(time), ALWAYS);

describe('D5 the clock follows the reasons to pause', () => {
  it('none before, none now: it goes on', () => {
    const lead = leadRecord();
    expect(settle(lead, false, '10:04:00')).toEqual({ lead, transition: null });
  });

  it('the first reason stops it with what is left', () => {
    const { lead, transition } = settle(leadRecord({ handledAt: at('10:04:00') }), false, '10:04:00');
    expect(transition).toBe('paused');
    expect(lead).toMatchObject({
      pauseReasons: ['HANDLED'],
      pausedAt: at('10:04:00'),
      remainingMs: 360_000,
      reminders: [
        { number: 1, dueAt: null, remainingMs: 0 },
        { number: 2, dueAt: null, remainingMs: 160_000 },
      ],
    });
  });

  it('a second reason leaves it as it stands', () => {
    const first = settle(leadRecord({ handledAt: at('10:04:00') }), false, '10:04:00').lead;
    const { lead, transition } = settle(first, true, '10:08:00');
    expect(transition).toBeNull();
    expect(lead).toMatchObject({ pauseReasons: ['HANDLED', 'APPOINTMENT'], remainingMs: 360_000 });
  });

  it('when the last is gone it runs on with that; what was sent stays sent', () => {
    const sent = leadRecord().reminders.map((each) =>
      each.number === 1 ? { ...each, sentAt: '2026-11-20T10:03:20.100Z' } : each,
    );
    const still = settle(leadRecord({ reminders: sent }), true, '10:04:00').lead;
    const { lead, transition } = settle(still, false, '12:00:00');
    expect(transition).toBe('resumed');
    expect(lead).toMatchObject({
      pauseReasons: [],
      pausedAt: null,
      remainingMs: null,
      deadlineAt: at('12:06:00'),
    });
    expect(lead.reminders).toEqual([
      sent[0],
      { number: 2, dueAt: '2026-11-20T12:02:40.000Z', remainingMs: null, sentAt: null, missedAt: null },
    ]);
  });
});
