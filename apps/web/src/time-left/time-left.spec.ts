import { openingCalendar } from '@relance/lead-clock';
import { timeLeft, type LeadTime } from './time-left';

const at = (time: string): number => Date.parse(`2026-11-23T${time}Z`);
const lead = (change: Partial<LeadTime> = {}): LeadTime => ({
  status: 'IN_PROGRESS',
  receivedAt: '2026-11-23T09:00:00Z',
  deadlineAt: '2026-11-23T09:10:00Z',
  remainingSeconds: 600,
  paused: false,
  pauseReasons: [],
  overdue: false,
  reminders: [
    { dueAt: '2026-11-23T09:03:20Z', sentAt: null },
    { dueAt: '2026-11-23T09:06:40Z', sentAt: null },
  ],
  ...change,
});

describe('the time left', () => {
  it('is calm until the first reminder, amber after it', () => {
    expect(timeLeft(lead(), at('09:00:00'), at('09:03:19'), null)).toMatchObject({
      kind: 'running',
      tone: 'calm',
      leftMs: 401_000,
    });
    expect(timeLeft(lead(), at('09:00:00'), at('09:03:20'), null)).toMatchObject({ tone: 'soon' });
  });

  it('is overdue from the deadline on (« En souffrance »), without asking again', () => {
    expect(timeLeft(lead(), at('09:00:00'), at('09:10:00'), null)).toEqual({ kind: 'overdue', sinceMs: 0 });
    expect(timeLeft(lead(), at('09:00:00'), at('09:22:00'), null)).toMatchObject({ sinceMs: 720_000 });
  });

  it('stands still while paused, with the reason (D5)', () => {
    const paused = lead({ paused: true, pauseReasons: ['APPOINTMENT'], remainingSeconds: 250 });
    for (const now of [at('09:05:00'), at('18:00:00')]) {
      expect(timeLeft(paused, at('09:05:00'), now, null)).toMatchObject({
        kind: 'paused',
        leftMs: 250_000,
        reason: 'APPOINTMENT',
      });
    }
  });

  it('says when it reopens outside opening hours (D7)', () => {
    const day: [string, string][] = [['09:00', '18:00']];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
    const calendar = openingCalendar({ week, publicHolidays: null, closings: [] }, 'Europe/Paris');
    const late = lead({
      receivedAt: '2026-11-23T16:50:00Z',
      deadlineAt: '2026-11-24T08:50:00Z',
      remainingSeconds: 3600,
    });
    expect(timeLeft(late, at('16:50:00'), at('20:00:00'), calendar)).toMatchObject({
      kind: 'closed',
      leftMs: 50 * 60_000,
      reopensAtMs: Date.parse('2026-11-24T08:00:00Z'),
    });
    expect(timeLeft(late, at('16:50:00'), at('16:55:00'), calendar)).toMatchObject({
      kind: 'running',
      leftMs: 55 * 60_000,
    });
  });

  it('trusts the deadline where the calendar is not the one the lead was created with (D6)', () => {
    const day: [string, string][] = [['09:00', '09:30']];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
    const calendar = openingCalendar({ week, publicHolidays: null, closings: [] }, 'Europe/Paris');
    expect(timeLeft(lead(), at('09:00:00'), at('09:05:00'), calendar)).toMatchObject({
      kind: 'running',
      leftMs: 300_000,
    });
  });

  it('has ended with the lead', () => {
    expect(timeLeft(lead({ status: 'WON' }), 0, at('12:00:00'), null)).toEqual({
      kind: 'ended',
      status: 'WON',
    });
  });
});
