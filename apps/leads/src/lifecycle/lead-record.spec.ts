import { leadRecord } from '../testing/lead-record';
import { clockOf, followStateOf, reminderCountOf, withClock } from './lead-record';

const [first, second] = leadRecord().reminders;
const sent = { ...first!, sentAt: '2026-11-20T10:03:20.100Z' };
const missed = { ...first!, missedAt: '2026-11-20T10:03:20.100Z' };

describe('the clock of a lead', () => {
  it('knows the reminders that are still to leave', () => {
    for (const done of [sent, missed]) {
      const clock = clockOf(leadRecord({ reminders: [done, second!] }));
      expect(clock.reminders.map(({ number }) => number)).toEqual([2]);
    }
  });

  it('goes back into the lead as it came out, running or paused', () => {
    const paused = {
      pausedAt: new Date('2026-11-20T10:04:00Z'),
      remainingMs: 360_000,
      reminders: [sent, { ...second!, dueAt: null, remainingMs: 160_000 }],
    };
    for (const lead of [leadRecord(), leadRecord({ reminders: [sent, second!] }), leadRecord(paused)]) {
      expect(withClock(lead, clockOf(lead))).toEqual(lead);
    }
  });

  it('a reminder it dropped is dropped, one that left is kept', () => {
    const lead = leadRecord({ reminders: [sent, second!] });
    expect(withClock(lead, { ...clockOf(lead), reminders: [] } as never).reminders).toEqual([sent]);
  });
});

describe('what the workflow follows', () => {
  it('holds ids and instants, and nothing of the contact', () => {
    const state = followStateOf(leadRecord(), 'Relance Lyon Est', 'request-1');
    expect(state).toMatchObject({
      correlationId: 'request-1',
      reminderCount: 2,
      overdue: false,
      remainingMs: null,
    });
    expect(JSON.stringify(state)).not.toMatch(/Camille|Durand|example\.com|33612345678|LeBonCoin/);
  });
  it('says of an overdue lead that it is known to be', () =>
    expect(followStateOf(leadRecord({ overdueAt: new Date() }), '').overdue).toBe(true));
  it('« 2 » of « rappel 1/2 » counts those that left', () => {
    expect(reminderCountOf(leadRecord({ reminders: [sent, second!] }))).toBe(2);
    expect(reminderCountOf(leadRecord({ reminders: [] }))).toBe(0);
  });
});
