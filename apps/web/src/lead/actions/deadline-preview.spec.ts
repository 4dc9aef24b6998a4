import { previewDeadline } from './deadline-preview';

const at = (time: string): number => Date.parse(`2026-11-23T${time}Z`);
const reminder = (number: number, time: string | null, sent = false) => ({
  number,
  dueAt: time === null ? null : new Date(at(time)).toISOString(),
  sentAt: sent ? new Date(at(time ?? '09:00:00')).toISOString() : null,
  missedAt: null,
});
const lead = {
  receivedAt: new Date(at('09:00:00')).toISOString(),
  deadlineAt: new Date(at('09:10:00')).toISOString(),
  remainingSeconds: 600,
  paused: false,
  overdue: false,
  reminders: [reminder(1, '09:03:20'), reminder(2, '09:06:40')],
};

describe('a new deadline, before it is saved (D8)', () => {
  it('moves the remaining reminders in proportion', () => {
    expect(previewDeadline(lead, at('09:20:00'), at('09:00:00'), null)).toEqual({
      leftMs: 20 * 60_000,
      waiting: 0,
      reminders: [
        { number: 1, fromMs: at('09:03:20'), toMs: at('09:06:40') },
        { number: 2, fromMs: at('09:06:40'), toMs: at('09:13:20') },
      ],
    });
  });

  it('leaves alone those that left', () => {
    const later = { ...lead, reminders: [reminder(1, '09:03:20', true), reminder(2, '09:06:40')] };
    expect(previewDeadline(later, at('09:15:00'), at('09:05:00'), null)?.reminders).toEqual([
      { number: 2, fromMs: at('09:06:40'), toMs: at('09:08:20') },
    ]);
  });

  it('brings back none once the lead is overdue', () => {
    const overdue = { ...lead, overdue: true };
    expect(previewDeadline(overdue, at('10:00:00'), at('09:30:00'), null)?.reminders).toEqual([
      { number: 1, fromMs: at('09:03:20'), toMs: null },
      { number: 2, fromMs: at('09:06:40'), toMs: null },
    ]);
  });

  it('knows no instants while the clock stands still, only how many wait (D5)', () => {
    const paused = { ...lead, paused: true, reminders: [reminder(1, null), reminder(2, null)] };
    expect(previewDeadline(paused, at('11:00:00'), at('10:00:00'), null)).toEqual({
      leftMs: 3_600_000,
      reminders: [],
      waiting: 2,
    });
  });

  it('is refused when it does not lie ahead', () => {
    expect(previewDeadline(lead, at('09:05:00'), at('09:05:00'), null)).toBeNull();
  });
});
