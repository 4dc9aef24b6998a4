import fc from 'fast-check';
import { civilDateOf, DAY_MS, dayNumberOf, parseCivilDate, weekdayIndexOf, WEEKDAYS } from './civil-date';

describe('civil dates', () => {
  it('number days as Date does, over eight centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 150_000 }), (dayNumber) => {
        const date = new Date(dayNumber * DAY_MS);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilDateOf(dayNumber)).toEqual(civil);
        expect(dayNumberOf(civil.year, civil.month, civil.day)).toBe(dayNumber);
        expect((weekdayIndexOf(dayNumber) + 1) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it('call 2026-11-14 a Saturday', () => {
    expect(WEEKDAYS[weekdayIndexOf(dayNumberOf(2026, 11, 14))]).toBe('sat');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-01',
    '26-04-01',
    '2026-04-01 ',
    '',
  ])('refuse %j', (text) => expect(parseCivilDate(text)).toBeNull());

  it('know 29 February', () => {
    expect(parseCivilDate('2028-02-29')).toBe(Date.UTC(2028, 1, 29) / DAY_MS);
  });
});
