import Holidays from 'date-holidays';
import { civilDateOf, DAY_MS } from './civil-date';
import { easterSunday, frenchPublicHolidays, isFrenchPublicHoliday } from './french-public-holidays';

const dateText = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);

describe('French public holidays (D7)', () => {
  it('are those date-holidays knows, from 2020 to 2040', () => {
    const reference = new Holidays('FR');
    for (let year = 2020; year <= 2040; year++) {
      const expected = reference
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10));
      expect([...frenchPublicHolidays(year)].map(dateText).sort()).toEqual([...new Set(expected)].sort());
    }
  });

  it.each([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2008-03-23',
    '1954-04-18',
    '1981-04-19',
    '2049-04-18',
    '2076-04-19',
  ])('follow Easter on %s', (easter) =>
    expect(dateText(easterSunday(Number(easter.slice(0, 4))))).toBe(easter),
  );

  it('close 8 May and Ascension Thursday 2026, but not the Friday after nor Good Friday', () => {
    const closed = (text: string): boolean => isFrenchPublicHoliday(Date.parse(text) / DAY_MS);
    expect([closed('2026-05-08'), closed('2026-05-14')]).toEqual([true, true]);
    expect([closed('2026-05-15'), closed('2026-04-03')]).toEqual([false, false]);
    expect(civilDateOf(Date.parse('2026-05-14') / DAY_MS)).toEqual({ year: 2026, month: 5, day: 14 });
  });
});
