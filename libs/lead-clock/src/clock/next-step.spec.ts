import fc from 'fast-check';
import { ALWAYS, at } from '../testing/calendars';
import { anyScene, tenMinutes } from '../testing/clocks';
import type { Clock } from './clock';
import { forgetReminder } from './clock';
import { nextStep } from './next-step';
import { pauseClock } from './pause-and-resume';

const clock = tenMinutes(2, ALWAYS, '2026-11-20T10:00Z');

describe('nextStep', () => {
  it('S1.3, S1.4: the first reminder, the second, the overdue, then nothing', () => {
    const seconds = (step: ReturnType<typeof nextStep>) =>
      'at' in step ? { ...step, at: (step.at - at('2026-11-20T10:00Z')) / 1_000 } : step;
    expect(seconds(nextStep(clock, false))).toEqual({ kind: 'reminder', number: 1, at: 200 });
    const once = forgetReminder(clock, 1);
    expect(seconds(nextStep(once, false))).toEqual({ kind: 'reminder', number: 2, at: 400 });
    const twice = forgetReminder(once, 2);
    expect(seconds(nextStep(twice, false))).toEqual({ kind: 'overdue', at: 600 });
    expect(nextStep(twice, true)).toEqual({ kind: 'none' });
  });

  it('D5: nothing while paused', () => {
    expect(nextStep(pauseClock(clock, at('2026-11-20T10:01Z'), ALWAYS), false)).toEqual({ kind: 'none' });
  });

  it('S1.4: a reminder due at the deadline or after it never leaves', () => {
    for (const delta of [0, 1]) {
      const late: Clock = { ...clock, reminders: [{ number: 1, dueAt: clock.deadlineAt + delta }] };
      expect(nextStep(late, false)).toEqual({ kind: 'overdue', at: clock.deadlineAt });
    }
  });

  it('S1.4: once the overdue is recorded no reminder leaves', () => {
    expect(nextStep(clock, true)).toEqual({ kind: 'none' });
  });

  it('for any clock: steps come in order and end', () => {
    fc.assert(
      fc.property(anyScene, ({ clock: any, start }) => {
        let [followed, previous, count]: [Clock, number, number] = [any, start, 0];
        for (
          let step = nextStep(followed, false);
          step.kind === 'reminder';
          step = nextStep(followed, false)
        ) {
          expect(step.at).toBeGreaterThan(previous);
          [followed, previous, count] = [forgetReminder(followed, step.number), step.at, count + 1];
        }
        expect(count).toBe(any.reminders.length);
        expect(nextStep(followed, false)).toEqual({ kind: 'overdue', at: any.deadlineAt });
      }),
    );
  });
});
