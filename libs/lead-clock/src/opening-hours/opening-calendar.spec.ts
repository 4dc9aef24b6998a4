import { HOUR, hoursOf, OFFICE, OFFICE_HOURS } from '../testing/calendars';
import { openTimeBetween } from './open-time';
import { openingCalendar } from './opening-calendar';

describe('openingCalendar (D7)', () => {
  it('is the same one for the same hours, and another for another zone', () => {
    expect(openingCalendar(structuredClone(OFFICE_HOURS), 'Europe/Paris')).toBe(OFFICE);
    expect(openingCalendar(OFFICE_HOURS, 'Europe/Lisbon')).not.toBe(OFFICE);
  });

  it('follows hours that were changed in place', () => {
    const hours = hoursOf([['09:00', '18:00']]);
    const before = openingCalendar(hours, 'Europe/Paris');
    hours.closings.push('2026-11-17');
    const after = openingCalendar(hours, 'Europe/Paris');
    const tuesday = [Date.UTC(2026, 10, 17), Date.UTC(2026, 10, 18)] as const;
    expect(openTimeBetween(before, ...tuesday)).toBe(9 * HOUR);
    expect(openTimeBetween(after, ...tuesday)).toBe(0);
  });

  it('off by default: without hours it is always open, wherever', () => {
    expect(openTimeBetween(openingCalendar(null, 'Europe/Paris'), 0, 1_000 * HOUR)).toBe(1_000 * HOUR);
  });

  it('counts overlapping ranges once and ranges out of order all the same', () => {
    const overlapping = openingCalendar(
      hoursOf([
        ['14:00', '18:00'],
        ['09:00', '12:00'],
        ['11:00', '15:00'],
        ['20:00', '19:00'],
      ]),
      'Europe/Paris',
    );
    expect(openTimeBetween(overlapping, Date.UTC(2026, 10, 17), Date.UTC(2026, 10, 18))).toBe(9 * HOUR);
  });

  it.each([
    [hoursOf([['9h', '18:00']]), 'Europe/Paris'],
    [hoursOf([], { closings: ['2026-02-30'] }), 'Europe/Paris'],
    [OFFICE_HOURS, 'Europe/Nowhere'],
  ])('throws a RangeError for what is no time, date or zone', (hours, zone) => {
    expect(() => openingCalendar(hours, zone)).toThrow(RangeError);
  });
});
