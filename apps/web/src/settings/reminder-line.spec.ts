import { openingCalendar } from '@relance/lead-clock';
import { exactDuration, exampleArrival, reminderLine } from './reminder-line';

const always = openingCalendar(null, 'Europe/Paris');
const at = (instant: string): number => Date.parse(instant);
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const settings = { lifetimeMinutes: 10, reminderEnabled: true, reminderCount: 2 as const };

describe('the line of « Durée de vie »', () => {
  it('has its bells at one third and two thirds: 3 min 20 and 6 min 40 of ten minutes (S1.3)', () => {
    const line = reminderLine(settings, always, at('2026-11-23T09:00:00Z'));
    expect(line.bells.map(({ afterMs }) => plain(exactDuration(afterMs)))).toEqual(['3 min 20', '6 min 40']);
    expect(line.bells.map(({ place }) => place)).toEqual([1 / 3, 2 / 3]);
    expect(line.closed).toEqual([]);
  });

  it('has one bell in the middle, or none (S1.3, S1.4)', () => {
    const one = reminderLine({ ...settings, reminderCount: 1 }, always, 0);
    expect(one.bells.map(({ place }) => place)).toEqual([0.5]);
    expect(reminderLine({ ...settings, reminderEnabled: false }, always, 0).bells).toEqual([]);
  });

  it('hatches the closed hours (D7)', () => {
    const day: [string, string][] = [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
    const calendar = openingCalendar({ week, publicHolidays: null, closings: [] }, 'Europe/Paris');
    const start = at('2026-11-23T10:00:00Z');
    const line = reminderLine({ ...settings, lifetimeMinutes: 180 }, calendar, start);
    const hour = (place: number): number => start + place * (line.deadlineMs - start);
    expect(line.deadlineMs).toBe(at('2026-11-23T15:00:00Z'));
    expect(line.closed.map(({ from, to }) => [hour(from), hour(to)])).toEqual([
      [at('2026-11-23T11:00:00Z'), at('2026-11-23T13:00:00Z')],
    ]);
    expect(exampleArrival(calendar, at('2026-11-23T18:00:00Z'))).toBe(at('2026-11-24T08:00:00Z'));
  });

  it.each([
    [5 * 60_000, '5 min'],
    [20_000, '20 s'],
    [2 * 3_600_000, '2 h'],
    [7_800_000, '2 h 10'],
  ])('says %d ms as « %s »', (ms, words) => {
    expect(plain(exactDuration(ms))).toBe(words);
  });
});
