import { closedForGood } from './closed-for-good';
import { defaultSettings } from './incoming-lead-settings';

const WEEK_MS = 7 * 24 * 60 * 60_000;
const MONDAY = Date.parse('2026-11-23T00:00:00Z');
const mondays = (count: number, from = 0) =>
  Array.from({ length: count }, (_, week) =>
    new Date(MONDAY + (from + week) * WEEK_MS).toISOString().slice(0, 10),
  );
const closed = (closings: string[], mon: [string, string][] = [['09:00', '18:00']]) =>
  closedForGood({
    ...defaultSettings('Europe/Paris'),
    openingHours: {
      week: { mon, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      publicHolidays: 'FR',
      closings,
    },
  });

describe('D7 closings leave openings', () => {
  it('always open, and closed for weeks or months: fine', () => {
    expect(closedForGood(defaultSettings('Europe/Paris'))).toBeNull();
    expect(closed([])).toBeNull();
    expect(closed(mondays(40))).toBeNull();
    expect(closed([...mondays(40), ...mondays(40, 60), '2026-12-24'])).toBeNull();
  });

  it('every opening of more than a year closed, now or later: the first day of it is named', () => {
    expect(closed(mondays(60))).toBe('2026-11-23');
    expect(closed([...mondays(400)].reverse())).toBe('2026-11-23');
    expect(closed([...mondays(10), ...mondays(60, 20)])).toBe(mondays(1, 20)[0]);
  });

  it('a night that begins on the day before is no opening either', () =>
    expect(closed(mondays(60), [['22:00', '24:00']])).toBe('2026-11-23'));
});
