import fc from 'fast-check';
import { ALWAYS, anyCalendar, at, iso, MINUTE, OFFICE } from '../testing/calendars';
import { anyScene, anySettings, schedule, tenMinutes } from '../testing/clocks';
import { applySettings } from './apply-settings';
import type { PausedClock, ReminderNumber } from './clock';
import { isOverdue, remainingTime } from './clock';
import { pauseClock, resumeClock } from './pause-and-resume';
import { startClock } from './start-clock';

const day = (time: string): number => at(`2026-11-20T${time}Z`);
const clock = tenMinutes(1, ALWAYS, '2026-11-20T10:00Z');

/** Settings applied to the ten-minute clock, always open. */
const applied = (
  lifetimeMinutes: number,
  reminderCount: 0 | 1 | 2,
  time: string,
  sent: ReminderNumber[] = [],
) => applySettings(clock, { lifetimeMinutes, reminderCount }, day(time), ALWAYS, ALWAYS, sent);

describe('applySettings (D6 « Appliquer aux leads ouverts »)', () => {
  it('D6: the time consumed counts against the new lifetime', () => {
    const after = applied(60, 2, '10:04');
    expect(schedule(after)).toEqual(['1 2026-11-20T10:20Z', '2 2026-11-20T10:40Z', '2026-11-20T11:00Z']);
    expect(after.lifetimeMs).toBe(60 * MINUTE);
  });

  it('D6: a reminder already sent is not sent again, one whose fraction has passed does not leave', () => {
    expect(schedule(applied(60, 1, '10:04', [1]))).toEqual(['2026-11-20T11:00Z']);
    expect(schedule(applied(9, 2, '10:04'))).toEqual(['2 2026-11-20T10:06Z', '2026-11-20T10:09Z']);
    expect(schedule(applied(8, 1, '10:04'))).toEqual(['2026-11-20T10:08Z']);
  });

  it('D6: a reminder that was due and has not left stays due, unless its new fraction is still ahead', () => {
    expect(schedule(applied(10, 1, '10:06'))).toEqual(['1 2026-11-20T10:06Z', '2026-11-20T10:10Z']);
    expect(schedule(applied(60, 1, '10:06'))).toEqual(['1 2026-11-20T10:30Z', '2026-11-20T11:00Z']);
    expect(schedule(applied(10, 1, '10:06', [1]))).toEqual(['2026-11-20T10:10Z']);
    expect(schedule(applied(6, 1, '10:06'))).toEqual(['2026-11-20T10:06Z']);
  });

  it('D5, D6: a paused lead keeps a reminder that was due when it was paused', () => {
    const paused = pauseClock(clock, day('10:06'), ALWAYS);
    const settings = { lifetimeMinutes: 10, reminderCount: 1 } as const;
    const after = applySettings(paused, settings, day('12:00'), ALWAYS, ALWAYS, []);
    expect(after.reminders).toEqual([{ number: 1, remainingMs: 0 }]);
  });

  it('S1.4: switched off, no reminder is left', () => {
    expect(schedule(applied(10, 0, '10:04'))).toEqual(['2026-11-20T10:10Z']);
  });

  it('D6: a lead that has used the new lifetime is overdue from then on', () => {
    const after = applied(3, 2, '10:04');
    expect(schedule(after)).toEqual(['2026-11-20T10:04Z']);
    expect(isOverdue(after, day('10:04'))).toBe(true);
  });

  it('D6: an overdue lead stays as it is, running or paused', () => {
    expect(applied(600, 2, '10:10')).toBe(clock);
    const paused = pauseClock(clock, day('10:12'), ALWAYS);
    const settings = { lifetimeMinutes: 600, reminderCount: 2 } as const;
    expect(applySettings(paused, settings, day('10:15'), ALWAYS, ALWAYS, [])).toBe(paused);
  });

  it('D6, D7: time consumed is counted by the previous calendar, time left by the new one', () => {
    const friday = startClock(at('2026-11-20T16:30Z'), { lifetimeMinutes: 60, reminderCount: 0 }, OFFICE);
    const settings = { lifetimeMinutes: 60, reminderCount: 1 } as const;
    const saturday = at('2026-11-21T12:00Z');
    expect(schedule(applySettings(friday, settings, saturday, ALWAYS, OFFICE, []))).toEqual([
      '2026-11-21T12:30Z',
    ]);
    expect(
      schedule(applySettings(friday, { ...settings, lifetimeMinutes: 120 }, saturday, ALWAYS, OFFICE, [])),
    ).toEqual(['1 2026-11-21T12:30Z', '2026-11-21T13:30Z']);
    const always = startClock(at('2026-11-20T16:30Z'), { lifetimeMinutes: 60, reminderCount: 0 }, ALWAYS);
    expect(schedule(applySettings(always, settings, at('2026-11-20T16:40Z'), OFFICE, ALWAYS, []))).toEqual([
      '1 2026-11-20T17:00Z',
      '2026-11-23T08:30Z',
    ]);
  });

  it('D5: a paused lead stays paused, with the time left under the new settings', () => {
    const paused = pauseClock(clock, day('10:04'), ALWAYS);
    const settings = { lifetimeMinutes: 60, reminderCount: 2 } as const;
    expect(applySettings(paused, settings, day('12:00'), ALWAYS, ALWAYS, [])).toEqual({
      state: 'paused',
      lifetimeMs: 60 * MINUTE,
      pausedAt: day('10:04'),
      deadlineAt: day('11:00'),
      remainingMs: 56 * MINUTE,
      reminders: [
        { number: 1, remainingMs: 16 * MINUTE },
        { number: 2, remainingMs: 36 * MINUTE },
      ],
    });
  });

  it('D5: a paused lead that has used the new lifetime is overdue from its resumption on', () => {
    const paused = pauseClock(clock, day('10:04'), ALWAYS);
    const settings = { lifetimeMinutes: 2, reminderCount: 1 } as const;
    const after = applySettings(paused, settings, day('12:00'), ALWAYS, ALWAYS, []) as PausedClock;
    expect(after).toMatchObject({ remainingMs: 0, reminders: [] });
    expect(iso(resumeClock(after, day('15:00'), ALWAYS).deadlineAt)).toBe('2026-11-20T15:00Z');
  });

  it('for any calendar: the settings a clock was started with change nothing, and what is late is due now', () => {
    fc.assert(
      fc.property(anyScene, ({ calendar, clock: any, now }) => {
        const settings = {
          lifetimeMinutes: any.lifetimeMs / MINUTE,
          reminderCount: any.reminders.length as 0 | 1 | 2,
        };
        const after = applySettings(any, settings, now, calendar, calendar, []);
        expect(after.deadlineAt).toBe(any.deadlineAt);
        if (isOverdue(any, now)) expect(after).toBe(any);
        else {
          const lateNow = any.reminders.map(({ number, dueAt }) => ({ number, dueAt: Math.max(dueAt, now) }));
          expect(after.reminders).toEqual(lateNow);
        }
      }),
    );
  });

  it('for any calendars: what is left is the new lifetime less what was consumed; reminders precede the deadline', () => {
    fc.assert(
      fc.property(anyScene, anyCalendar, anySettings, ({ calendar, clock: any, now }, next, settings) => {
        fc.pre(!isOverdue(any, now));
        const consumed = any.lifetimeMs - remainingTime(any, now, calendar);
        const after = applySettings(any, settings, now, next, calendar, []);
        if (after.state === 'paused') throw new Error('paused');
        expect(remainingTime(after, now, next)).toBe(
          Math.max(0, settings.lifetimeMinutes * MINUTE - consumed),
        );
        const due = [now, ...after.reminders.map(({ dueAt }) => dueAt), after.deadlineAt];
        expect([...due].sort((a, b) => a - b)).toEqual(due);
        for (const { dueAt } of after.reminders) expect(dueAt).toBeLessThan(after.deadlineAt);
      }),
    );
  });
});
