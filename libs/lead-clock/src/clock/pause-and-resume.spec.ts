import fc from 'fast-check';
import { ALWAYS, at, HOUR, iso, MINUTE, OFFICE } from '../testing/calendars';
import { anyDelay, anyScene, schedule, tenMinutes } from '../testing/clocks';
import type { RunningClock } from './clock';
import { forgetReminder, isOverdue, remainingTime } from './clock';
import { editDeadline } from './edit-deadline';
import { pauseClock, resumeClock } from './pause-and-resume';
import { startClock } from './start-clock';

const day = (time: string): number => at(`2026-11-20T${time}Z`);
const twoReminders = tenMinutes(2, ALWAYS, '2026-11-20T10:00Z');

describe('pause and resumption (S1.7, D5)', () => {
  it('D5: the clock stands still and runs on with the time that was left', () => {
    const paused = pauseClock(forgetReminder(twoReminders, 1) as RunningClock, day('10:04'), ALWAYS);
    expect(paused).toEqual({
      state: 'paused',
      lifetimeMs: 10 * MINUTE,
      pausedAt: day('10:04'),
      deadlineAt: day('10:10'),
      remainingMs: 6 * MINUTE,
      reminders: [{ number: 2, remainingMs: 160_000 }],
    });
    expect(schedule(resumeClock(paused, day('15:00'), ALWAYS))).toEqual([
      '2 2026-11-20T15:02:40.000Z',
      '2026-11-20T15:06Z',
    ]);
  });

  it('D5, D7: what is left is open time', () => {
    const clock = startClock(at('2026-11-20T16:30Z'), { lifetimeMinutes: 60, reminderCount: 1 }, OFFICE);
    expect(schedule(clock)).toEqual(['1 2026-11-20T17:00Z', '2026-11-23T08:30Z']);
    const paused = pauseClock(clock, at('2026-11-20T16:45Z'), OFFICE);
    expect(paused.remainingMs).toBe(45 * MINUTE);
    expect(schedule(resumeClock(paused, at('2026-11-22T12:00Z'), OFFICE))).toEqual([
      '1 2026-11-23T08:15Z',
      '2026-11-23T08:45Z',
    ]);
  });

  it('a reminder late when the pause began leaves when the clock is resumed', () => {
    const paused = pauseClock(twoReminders, day('10:05'), ALWAYS);
    expect(paused.reminders).toEqual([
      { number: 1, remainingMs: 0 },
      { number: 2, remainingMs: 100_000 },
    ]);
    expect(schedule(resumeClock(paused, day('12:00'), ALWAYS))).toEqual([
      '1 2026-11-20T12:00Z',
      '2 2026-11-20T12:01:40.000Z',
      '2026-11-20T12:05Z',
    ]);
  });

  it('S1.4: overdue when paused, it is overdue since the same deadline when resumed, without reminders', () => {
    for (const time of ['10:10', '11:00']) {
      const paused = pauseClock(twoReminders, day(time), ALWAYS);
      expect(paused).toMatchObject({ remainingMs: 0, reminders: [], deadlineAt: day('10:10') });
      const resumed = resumeClock(paused, day('12:00'), ALWAYS);
      expect(schedule(resumed)).toEqual(['2026-11-20T10:10Z']);
      expect(isOverdue(resumed, day('12:00'))).toBe(true);
    }
  });

  describe('of a deadline edited into closed time (Friday 20:00, open until 18:00)', () => {
    const friday = (utc: string): number => at(`2026-11-20T${utc}Z`);
    const clock = startClock(friday('15:00'), { lifetimeMinutes: 60, reminderCount: 1 }, OFFICE);
    const edited = editDeadline(clock, friday('19:00'), friday('15:00'), OFFICE) as RunningClock;
    const resumedAt = (pausedAt: string, at: number): string =>
      iso(resumeClock(pauseClock(edited, friday(pausedAt), OFFICE), at, OFFICE).deadlineAt);

    it('a pause without any open time does not move it', () => {
      expect(resumedAt('16:00', friday('16:00'))).toBe('2026-11-20T19:00Z');
      expect(resumedAt('17:30', friday('18:30'))).toBe('2026-11-20T19:00Z');
    });

    it('a pause over open time keeps the open time left', () => {
      expect(resumedAt('16:00', at('2026-11-23T08:00Z'))).toBe('2026-11-23T09:00Z');
    });

    it('D5: a pause over the deadline with no open time left ends overdue, from the resumption on', () => {
      expect(resumedAt('17:30', at('2026-11-21T12:00Z'))).toBe('2026-11-21T12:00Z');
    });
  });

  it('for any calendar and instants: it never changes the open time left, nor that of a reminder', () => {
    fc.assert(
      fc.property(anyScene, anyDelay, ({ calendar, clock, now }, delay) => {
        const paused = pauseClock(clock, now, calendar);
        const resumed = resumeClock(paused, now + delay, calendar);
        const left = remainingTime(clock, now, calendar);
        expect(remainingTime(paused, now + delay, calendar)).toBe(left);
        expect(remainingTime(resumed, now + delay, calendar)).toBe(left);
        expect(isOverdue(resumed, now + delay)).toBe(isOverdue(clock, now));
        expect(pauseClock(resumed, now + delay, calendar).reminders).toEqual(paused.reminders);
      }),
      { numRuns: 500 },
    );
  });

  it('for any calendar: a pause of no time changes nothing that is ahead', () => {
    fc.assert(
      fc.property(anyScene, ({ calendar, clock, start }) => {
        expect(resumeClock(pauseClock(clock, start, calendar), start, calendar)).toEqual(clock);
      }),
    );
  });

  it('for any calendar: reminders stay in order and precede the deadline', () => {
    fc.assert(
      fc.property(anyScene, anyDelay, anyDelay, ({ calendar, clock, now }, pause, edit) => {
        const moved = editDeadline(clock, now + edit + HOUR, now, calendar) as RunningClock;
        const resumed = resumeClock(
          pauseClock(moved, now + edit / 2, calendar),
          now + edit + pause,
          calendar,
        );
        const due = resumed.reminders.map(({ dueAt }) => dueAt);
        expect([...due].sort((a, b) => a - b)).toEqual(due);
        for (const dueAt of due) expect(dueAt).toBeLessThan(resumed.deadlineAt);
      }),
    );
  });
});
