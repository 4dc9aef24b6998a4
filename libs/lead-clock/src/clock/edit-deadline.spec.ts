import fc from 'fast-check';
import { openTimeBetween } from '../opening-hours/open-time';
import { ALWAYS, at, HOUR, MINUTE, OFFICE } from '../testing/calendars';
import { anyDelay, anyScene, schedule, tenMinutes } from '../testing/clocks';
import { forgetReminder, remainingTime } from './clock';
import { DeadlineNotAfterNowError, editDeadline } from './edit-deadline';
import { pauseClock, resumeClock } from './pause-and-resume';
import { startClock } from './start-clock';

const day = (time: string): number => at(`2026-11-20T${time}Z`);
const twoReminders = tenMinutes(2, ALWAYS, '2026-11-20T10:00Z');

describe('editDeadline (D8)', () => {
  it('D8: moves the remaining reminders in proportion', () => {
    const edited = editDeadline(twoReminders, day('10:30'), day('10:00'), ALWAYS);
    expect(schedule(edited)).toEqual(['1 2026-11-20T10:10Z', '2 2026-11-20T10:20Z', '2026-11-20T10:30Z']);
    expect(edited.lifetimeMs).toBe(30 * MINUTE);
  });

  it('D8: in proportion of the time left at the edit; one already sent does not come back', () => {
    const sent = forgetReminder(twoReminders, 1);
    const edited = editDeadline(sent, day('11:05'), day('10:05'), ALWAYS);
    expect(schedule(edited)).toEqual(['2 2026-11-20T10:25Z', '2026-11-20T11:05Z']);
    expect(edited.lifetimeMs).toBe(65 * MINUTE);
  });

  it('D8: an earlier deadline brings them forward', () => {
    expect(schedule(editDeadline(twoReminders, day('10:03'), day('10:00'), ALWAYS))).toEqual([
      '1 2026-11-20T10:01Z',
      '2 2026-11-20T10:02Z',
      '2026-11-20T10:03Z',
    ]);
  });

  it('D8, D7: the proportion is of open time', () => {
    const clock = startClock(at('2026-11-20T16:00Z'), { lifetimeMinutes: 60, reminderCount: 1 }, OFFICE);
    const edited = editDeadline(clock, at('2026-11-23T10:00Z'), at('2026-11-20T16:00Z'), OFFICE);
    expect(schedule(edited)).toEqual(['1 2026-11-23T08:30Z', '2026-11-23T10:00Z']);
  });

  it('D8: the deadline is exactly the instant given, even in closed time', () => {
    const clock = startClock(at('2026-11-20T16:00Z'), { lifetimeMinutes: 60, reminderCount: 1 }, OFFICE);
    const edited = editDeadline(clock, at('2026-11-21T12:00Z'), at('2026-11-20T15:00Z'), OFFICE);
    expect(schedule(edited).at(-1)).toBe('2026-11-21T12:00Z');
    expect(remainingTime(edited, at('2026-11-20T15:00Z'), OFFICE)).toBe(2 * HOUR);
  });

  it('S1.4: no open time before the deadline, no reminder', () => {
    const saturday = at('2026-11-14T14:00Z');
    const clock = startClock(saturday, { lifetimeMinutes: 60, reminderCount: 2 }, OFFICE);
    expect(schedule(editDeadline(clock, saturday + HOUR, saturday, OFFICE))).toEqual(['2026-11-14T15:00Z']);
    const paused = pauseClock(clock, saturday, OFFICE);
    expect(editDeadline(paused, saturday + HOUR, saturday, OFFICE)).toMatchObject({
      remainingMs: 0,
      reminders: [],
    });
  });

  it('a late reminder stays late: it leaves at once', () => {
    expect(schedule(editDeadline(twoReminders, day('10:15'), day('10:05'), ALWAYS))).toEqual([
      '1 2026-11-20T10:05Z',
      '2 2026-11-20T10:08:20.000Z',
      '2026-11-20T10:15Z',
    ]);
  });

  it('gives an overdue lead a new deadline without reminders', () => {
    const edited = editDeadline(twoReminders, day('12:00'), day('11:00'), ALWAYS);
    expect(schedule(edited)).toEqual(['2026-11-20T12:00Z']);
    expect(edited.lifetimeMs).toBe(70 * MINUTE);
    const paused = editDeadline(
      pauseClock(twoReminders, day('10:30'), ALWAYS),
      day('12:00'),
      day('11:00'),
      ALWAYS,
    );
    expect(schedule(resumeClock(paused as never, day('13:00'), ALWAYS))).toEqual(['2026-11-20T14:00Z']);
  });

  it('D5: while paused, what is left becomes the open time from the edit to the deadline', () => {
    const paused = pauseClock(twoReminders, day('10:04'), ALWAYS);
    const edited = editDeadline(paused, day('11:12'), day('11:00'), ALWAYS);
    expect(edited).toEqual({
      state: 'paused',
      lifetimeMs: 16 * MINUTE,
      pausedAt: day('10:04'),
      deadlineAt: day('11:12'),
      remainingMs: 12 * MINUTE,
      reminders: [
        { number: 1, remainingMs: 0 },
        { number: 2, remainingMs: 320_000 },
      ],
    });
  });

  it.each(['10:04:59', '10:05:00'])('refuses a deadline that is not after now: %s', (time) => {
    expect(() => editDeadline(twoReminders, day(time), day('10:05'), ALWAYS)).toThrow(
      DeadlineNotAfterNowError,
    );
    expect(() => editDeadline(twoReminders, NaN, day('10:05'), ALWAYS)).toThrow();
  });

  it('for any calendar: keeps the order and the proportion, and the exact deadline', () => {
    fc.assert(
      fc.property(anyScene, anyDelay, ({ calendar, clock, now }, delay) => {
        const deadlineAt = now + delay + 1;
        const edited = editDeadline(clock, deadlineAt, now, calendar);
        if (edited.state === 'paused') throw new Error('paused');
        const [before, after] = [clock, edited].map((each) => remainingTime(each, now, calendar)) as [
          number,
          number,
        ];
        expect(edited.deadlineAt).toBe(deadlineAt);
        expect(edited.lifetimeMs).toBe(clock.lifetimeMs - before + after);
        let previous = now;
        for (const { number, dueAt } of edited.reminders) {
          const was = clock.reminders.find((reminder) => reminder.number === number)!;
          const moved = openTimeBetween(calendar, now, dueAt);
          expect(
            Math.abs(moved - (openTimeBetween(calendar, now, was.dueAt) * after) / before),
          ).toBeLessThanOrEqual(0.5);
          expect(dueAt).toBeGreaterThanOrEqual(previous);
          expect(dueAt).toBeLessThan(deadlineAt);
          previous = dueAt;
        }
        const overdue = now >= clock.deadlineAt;
        if (overdue) expect(edited.reminders).toEqual([]);
        else if (after > 10 * before) expect(edited.reminders).toHaveLength(clock.reminders.length);
      }),
      { numRuns: 500 },
    );
  });

  it('for any calendar: the deadline a clock has already changes nothing', () => {
    fc.assert(
      fc.property(anyScene, ({ calendar, clock, start }) => {
        expect(editDeadline(clock, clock.deadlineAt, start, calendar)).toEqual(clock);
      }),
    );
  });

  it('for any calendar: editing before or during a pause leaves the same', () => {
    fc.assert(
      fc.property(anyScene, anyDelay, ({ calendar, clock, now }, delay) => {
        const deadlineAt = now + delay + 1;
        const editedFirst = pauseClock(
          editDeadline(clock, deadlineAt, now, calendar) as never,
          now,
          calendar,
        );
        const pausedFirst = editDeadline(pauseClock(clock, now, calendar), deadlineAt, now, calendar);
        expect(pausedFirst).toEqual(editedFirst);
      }),
    );
  });
});
