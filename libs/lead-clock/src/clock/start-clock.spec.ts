import fc from 'fast-check';
import { openTimeBetween } from '../opening-hours/open-time';
import type { OpeningHours } from '../opening-hours/opening-hours';
import { openingCalendar } from '../opening-hours/opening-calendar';
import { ALWAYS, anyCalendar, anyInstant, at, iso, MINUTE, OFFICE } from '../testing/calendars';
import { anySettings } from '../testing/clocks';
import vectors from '../vectors/lead-clock.json';
import type { ClockSettings } from './clock';
import { startClock } from './start-clock';

/** `[reminders, deadline]` of a clock, readable. */
function marks(start: string, lifetimeMinutes: number, reminderCount: 0 | 1 | 2, calendar = ALWAYS) {
  const clock = startClock(at(start), { lifetimeMinutes, reminderCount }, calendar);
  return [clock.reminders.map(({ number, dueAt }) => `${number} ${iso(dueAt)}`), iso(clock.deadlineAt)];
}

describe('startClock', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('vector: %s', (_name, vector) => {
    const calendar = openingCalendar(vector.openingHours as OpeningHours | null, vector.timeZone);
    const settings = vector as Pick<typeof vector, 'lifetimeMinutes'> as ClockSettings;
    const clock = startClock(at(vector.receivedAt), settings, calendar);
    expect(clock.reminders).toEqual(
      vector.reminders.map((dueAt, index) => ({ number: index + 1, dueAt: at(dueAt) })),
    );
    expect(clock.deadlineAt).toBe(at(vector.deadlineAt));
    expect(clock.lifetimeMs).toBe(vector.lifetimeMinutes * MINUTE);
  });

  it('S1.3: one reminder leaves at 5:00 of 10 minutes; two at 3:20 and 6:40', () => {
    expect(marks('2026-11-20T10:00Z', 10, 1)).toEqual([['1 2026-11-20T10:05Z'], '2026-11-20T10:10Z']);
    expect(marks('2026-11-20T10:00Z', 10, 2)).toEqual([
      ['1 2026-11-20T10:03:20.000Z', '2 2026-11-20T10:06:40.000Z'],
      '2026-11-20T10:10Z',
    ]);
  });

  it('S1.4: switch off, none', () => {
    expect(marks('2026-11-20T10:00Z', 10, 0)).toEqual([[], '2026-11-20T10:10Z']);
  });

  it('S1.4: no reminder leaves at the overdue instant of a lifetime of nothing', () => {
    expect(marks('2026-11-20T10:00Z', 0, 2)).toEqual([[], '2026-11-20T10:00Z']);
  });

  it('D7: received on Saturday, the reminder leaves on Monday at 9:30 for a deadline at 10:00', () => {
    expect(marks('2026-11-14T14:00Z', 60, 1, OFFICE)).toEqual([['1 2026-11-16T08:30Z'], '2026-11-16T09:00Z']);
  });

  it('D7: a reminder that falls on the closing time leaves then', () => {
    expect(marks('2026-11-17T16:30Z', 60, 1, OFFICE)).toEqual([['1 2026-11-17T17:00Z'], '2026-11-18T08:30Z']);
  });

  it('is plain JSON', () => {
    const clock = startClock(at('2026-11-14T14:00Z'), { lifetimeMinutes: 60, reminderCount: 2 }, OFFICE);
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
  });

  it('for any calendar: reminders are in order, precede the deadline, and split the open lifetime evenly', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anySettings, (calendar, start, settings) => {
        const { reminders, deadlineAt, lifetimeMs } = startClock(start, settings, calendar);
        expect(openTimeBetween(calendar, start, deadlineAt)).toBe(lifetimeMs);
        expect(reminders.map(({ number }) => number)).toEqual([1, 2].slice(0, settings.reminderCount));
        const steps = [start, ...reminders.map(({ dueAt }) => dueAt), deadlineAt];
        for (let i = 1; i < steps.length; i++) {
          expect(steps[i]).toBeGreaterThan(steps[i - 1]!);
          const share = openTimeBetween(calendar, steps[i - 1]!, steps[i]!);
          expect(share).toBe(lifetimeMs / (settings.reminderCount + 1));
        }
      }),
      { numRuns: 300 },
    );
  });
});
