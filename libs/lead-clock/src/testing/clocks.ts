import fc from 'fast-check';
import type { Clock, ClockSettings, RunningClock } from '../clock/clock';
import { startClock } from '../clock/start-clock';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';
import { anyCalendar, anyInstant, at, HOUR, iso } from './calendars';

/** Clocks for the specs. Not part of the library. */

export const anySettings: fc.Arbitrary<ClockSettings> = fc.record({
  lifetimeMinutes: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 6_000 })),
  reminderCount: fc.constantFrom(0, 1, 2),
});

/** A clock just started, and an instant from then until well after its deadline. */
export type Scene = { calendar: OpeningCalendar; start: number; clock: RunningClock; now: number };

export const anyScene: fc.Arbitrary<Scene> = fc
  .record({
    calendar: anyCalendar,
    start: anyInstant,
    settings: anySettings,
    progress: fc.oneof(
      fc.double({ min: 0, max: 1.3, noNaN: true }),
      fc.constantFrom(0, 1 / 3, 0.5, 1), // often the very instants
    ),
  })
  .map(({ calendar, start, settings, progress }) => {
    const clock = startClock(start, settings, calendar);
    return { calendar, start, clock, now: Math.round(start + (clock.deadlineAt - start) * progress) };
  });

/** How long after an instant something happens: up to twenty days. */
export const anyDelay: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 2 * HOUR }),
  fc.integer({ min: 0, max: 480 * HOUR }),
);

export const tenMinutes = (
  reminderCount: 0 | 1 | 2,
  calendar: OpeningCalendar,
  start: string,
): RunningClock => startClock(at(start), { lifetimeMinutes: 10, reminderCount }, calendar);

/** « 1 2026-11-20T10:05Z » per reminder of a running clock, then its deadline. */
export function schedule(clock: Clock): string[] {
  if (clock.state === 'paused') throw new Error('paused');
  return [...clock.reminders.map(({ number, dueAt }) => `${number} ${iso(dueAt)}`), iso(clock.deadlineAt)];
}
