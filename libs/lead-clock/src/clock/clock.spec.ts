import fc from 'fast-check';
import { ALWAYS, at, HOUR, MINUTE, OFFICE } from '../testing/calendars';
import { anyDelay, anyScene, tenMinutes } from '../testing/clocks';
import { forgetReminder, isOverdue, remainingTime } from './clock';
import { pauseClock } from './pause-and-resume';
import { startClock } from './start-clock';

const START = '2026-11-20T10:00Z';

describe('a clock', () => {
  it('has less and less time left, and never a negative one', () => {
    const clock = tenMinutes(1, ALWAYS, START);
    const left = ['10:00', '10:04', '10:10', '12:00'].map((time) =>
      remainingTime(clock, at(`2026-11-20T${time}Z`), ALWAYS),
    );
    expect(left).toEqual([10 * MINUTE, 6 * MINUTE, 0, 0]);
  });

  it('D7: the time left is open time', () => {
    const clock = startClock(at('2026-11-14T14:00Z'), { lifetimeMinutes: 60, reminderCount: 1 }, OFFICE);
    expect(remainingTime(clock, at('2026-11-15T20:00Z'), OFFICE)).toBe(HOUR);
    expect(remainingTime(clock, at('2026-11-16T08:15Z'), OFFICE)).toBe(45 * MINUTE);
  });

  it('S1.4: is overdue from the deadline on', () => {
    const clock = tenMinutes(1, ALWAYS, START);
    expect([-1, 0, 1].map((delta) => isOverdue(clock, clock.deadlineAt + delta))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('D5: is never overdue while paused, and its time left stands still', () => {
    const paused = pauseClock(tenMinutes(1, ALWAYS, START), at('2026-11-20T10:04Z'), ALWAYS);
    expect(isOverdue(paused, at('2026-12-20T10:00Z'))).toBe(false);
    expect(remainingTime(paused, at('2026-12-20T10:00Z'), ALWAYS)).toBe(6 * MINUTE);
  });

  it('S1.6: forgets the reminder that left, running or paused, and nothing else', () => {
    const clock = tenMinutes(2, ALWAYS, START);
    const paused = pauseClock(clock, at(START), ALWAYS);
    expect(forgetReminder(clock, 1)).toEqual({ ...clock, reminders: [clock.reminders[1]] });
    expect(forgetReminder(paused, 2)).toEqual({ ...paused, reminders: [paused.reminders[0]] });
    expect(forgetReminder(forgetReminder(clock, 1), 1)).toEqual(forgetReminder(clock, 1));
    expect(clock.reminders).toHaveLength(2);
  });

  it('for any calendar: the time left never grows as time passes', () => {
    fc.assert(
      fc.property(anyScene, anyDelay, ({ calendar, clock, now }, delay) => {
        const [before, after] = [now, now + delay].map((instant) => remainingTime(clock, instant, calendar));
        expect(after).toBeLessThanOrEqual(before!);
        expect(after).toBeGreaterThanOrEqual(0);
        if (isOverdue(clock, now)) expect(before).toBe(0);
      }),
    );
  });
});
