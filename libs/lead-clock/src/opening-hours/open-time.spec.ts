import fc from 'fast-check';
import {
  anyCalendar,
  anyHours,
  anyInstant,
  at,
  HOUR,
  hoursOf,
  iso,
  MINUTE,
  OFFICE,
} from '../testing/calendars';
import { isFrenchPublicHoliday } from './french-public-holidays';
import { addOpenTime, isOpenAt, NeverOpenError, nextOpeningAt, openTimeBetween } from './open-time';
import { openingCalendar } from './opening-calendar';
import { timeZone } from './time-zone';

const isHoliday = (date: string): boolean => isFrenchPublicHoliday(at(`${date}T00:00Z`) / (24 * HOUR));
const between = (calendar: typeof OFFICE, from: string, to: string): number =>
  openTimeBetween(calendar, at(from), at(to));
const plus = (calendar: typeof OFFICE, from: string, openMs: number): string =>
  iso(addOpenTime(calendar, at(from), openMs));

describe('open time (D7)', () => {
  it('D7: Saturday 15:00 plus one open hour, Monday to Friday 9 to 18, is Monday 10:00', () => {
    expect(plus(OFFICE, '2026-11-14T14:00Z', HOUR)).toBe('2026-11-16T09:00Z');
    expect(between(OFFICE, '2026-11-14T14:00Z', '2026-11-16T09:00Z')).toBe(HOUR);
  });

  it('D7: a mark that falls on a closing time is that instant, not the next opening', () => {
    expect(plus(OFFICE, '2026-11-17T16:00Z', HOUR)).toBe('2026-11-17T17:00Z');
    expect(plus(OFFICE, '2026-11-17T16:00Z', HOUR + 1)).toBe('2026-11-18T08:00:00.001Z');
  });

  it('no open time is no move, even while closed', () => {
    expect(plus(OFFICE, '2026-11-14T14:00Z', 0)).toBe('2026-11-14T14:00Z');
  });

  it('no time passes backwards', () => {
    expect(between(OFFICE, '2026-11-17T12:00Z', '2026-11-17T11:00Z')).toBe(0);
    expect(between(OFFICE, '2026-11-17T12:00Z', '2026-11-17T12:00Z')).toBe(0);
  });

  it('is open at an opening time and closed at a closing time', () => {
    const times = ['07:59', '08:00', '16:59', '17:00'].map((time) => at(`2026-11-17T${time}Z`));
    expect(times.map((time) => isOpenAt(OFFICE, time))).toEqual([false, true, true, false]);
  });

  it('next opens now, or in the morning, or on Monday', () => {
    const next = (from: string): string => iso(nextOpeningAt(OFFICE, at(from))!);
    expect(next('2026-11-17T12:34Z')).toBe('2026-11-17T12:34Z');
    expect(next('2026-11-17T17:00Z')).toBe('2026-11-18T08:00Z');
    expect(next('2026-11-20T17:00Z')).toBe('2026-11-23T08:00Z');
  });

  it('« 24:00 » next to « 00:00 » is contiguous', () => {
    const night = openingCalendar(
      hoursOf([
        ['00:00', '02:00'],
        ['22:00', '24:00'],
      ]),
      'Europe/Paris',
    );
    expect(plus(night, '2026-11-17T21:30Z', 3 * HOUR)).toBe('2026-11-18T00:30Z');
    expect(plus(night, '2026-11-17T21:30Z', 1.5 * HOUR)).toBe('2026-11-17T23:00Z');
    expect(isOpenAt(night, at('2026-11-17T23:00Z'))).toBe(true);
  });

  it('closes on French public holidays only when asked to', () => {
    const days = { days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
    const french = openingCalendar(
      hoursOf([['09:00', '18:00']], { ...days, publicHolidays: 'FR' }),
      'Europe/Paris',
    );
    expect(plus(french, '2026-11-10T16:30Z', HOUR)).toBe('2026-11-12T08:30Z');
    expect(plus(OFFICE, '2026-11-10T16:30Z', HOUR)).toBe('2026-11-11T08:30Z');
    expect(between(french, '2026-05-08T00:00Z', '2026-05-09T00:00Z')).toBe(0);
  });

  it('closes on exceptional closings, by local date', () => {
    const auckland = openingCalendar(
      hoursOf([['00:00', '24:00']], { closings: ['2026-12-24'] }),
      'Pacific/Auckland',
    );
    expect(plus(auckland, '2026-12-23T10:30Z', HOUR)).toBe('2026-12-24T11:30Z');
  });

  describe('when clocks change', () => {
    const always = (zone: string) => openingCalendar(hoursOf([['00:00', '24:00']]), zone);
    const night = openingCalendar(hoursOf([['01:00', '05:00']]), 'Europe/Paris');

    it('a day open 00:00 to 24:00 has 23 hours in spring and 25 in autumn', () => {
      const sundays = openingCalendar(hoursOf([['00:00', '24:00']], { days: ['sun'] }), 'Europe/Paris');
      expect(between(sundays, '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toBe(23 * HOUR);
      expect(between(sundays, '2026-10-24T00:00Z', '2026-10-27T00:00Z')).toBe(25 * HOUR);
    });

    it('01:00 to 05:00 lasts three hours in spring and five in autumn', () => {
      expect(between(night, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(3 * HOUR);
      expect(between(night, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(5 * HOUR);
      expect(plus(night, '2026-03-29T00:30Z', HOUR)).toBe('2026-03-29T01:30Z');
    });

    it('the last half hours of both Sundays, and the first of the Mondays, belong to their own day', () => {
      const mondays = openingCalendar(hoursOf([['00:00', '24:00']], { days: ['mon'] }), 'Europe/Paris');
      const open = ['2026-03-29T21:30Z', '2026-03-29T22:30Z', '2026-10-25T22:30Z', '2026-10-25T23:30Z'];
      expect(open.map((instant) => isOpenAt(mondays, at(instant)))).toEqual([false, true, false, true]);
      const sundays = openingCalendar(hoursOf([['00:00', '24:00']], { days: ['sun'] }), 'Europe/Paris');
      expect(between(sundays, '2026-10-25T22:30Z', '2026-10-26T12:00Z')).toBe(30 * MINUTE);
    });

    it('a range within the skipped hour does not exist that day; within the hour shown twice it is open once', () => {
      const narrow = openingCalendar(hoursOf([['02:15', '02:45']]), 'Europe/Paris');
      expect(between(narrow, '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toBe(0);
      expect(between(narrow, '2026-10-24T22:00Z', '2026-10-25T12:00Z')).toBe(30 * MINUTE);
    });

    it.each([
      ['America/Sao_Paulo', '2018-11-03T12:00Z', '2018-11-05T12:00Z'],
      ['America/Sao_Paulo', '2019-02-16T12:00Z', '2019-02-18T12:00Z'],
      ['Pacific/Auckland', '2026-09-26T00:00Z', '2026-09-28T00:00Z'],
      ['Pacific/Apia', '2011-12-29T00:00Z', '2012-01-02T00:00Z'],
    ])('always open is real time in %s around %s', (zone, from, to) => {
      expect(between(always(zone), from, to)).toBe(at(to) - at(from));
      expect(plus(always(zone), from, at(to) - at(from))).toBe(to);
    });
  });

  describe('never open', () => {
    const never = openingCalendar(hoursOf([]), 'Europe/Paris');
    const weekly = openingCalendar(hoursOf([['09:00', '09:01']], { days: ['mon'] }), 'Europe/Paris');

    it('has no mark and no next opening', () => {
      expect(() => addOpenTime(never, at('2026-11-17T12:00Z'), 1)).toThrow(NeverOpenError);
      expect(nextOpeningAt(never, at('2026-11-17T12:00Z'))).toBeNull();
      expect(openTimeBetween(never, 0, at('2026-11-17T12:00Z'))).toBe(0);
      expect(addOpenTime(never, 5, 0)).toBe(5);
    });

    it('is not a minute a week, however long that takes, up to a century', () => {
      expect(plus(weekly, '2026-11-17T12:00Z', 200 * MINUTE)).toBe('2030-09-16T07:01Z');
      expect(() => addOpenTime(weekly, at('2026-11-17T12:00Z'), 6_000 * MINUTE)).toThrow(NeverOpenError);
    });

    it('closings do not hide an opening within two years', () => {
      const closings = Array.from({ length: 700 }, (_, day) =>
        iso(at('2026-11-17T00:00Z') + day * 24 * HOUR),
      );
      const later = openingCalendar(
        hoursOf([['09:00', '18:00']], { closings: closings.map((text) => text.slice(0, 10)) }),
        'Europe/Paris',
      );
      expect(iso(nextOpeningAt(later, at('2026-11-17T12:00Z'))!)).toBe('2028-10-17T07:00Z');
    });
  });

  describe('for any calendar', () => {
    const anyOpenMs = fc.oneof(
      fc.integer({ min: 1, max: 10 * MINUTE }),
      fc.integer({ min: 1, max: 100 * HOUR }),
    );

    it('splitting an interval never changes its length', () => {
      const gap = fc.integer({ min: 0, max: 20 * 24 * HOUR });
      fc.assert(
        fc.property(anyCalendar, anyInstant, gap, gap, (calendar, from, first, second) => {
          const [middle, to] = [from + first, from + first + second];
          const whole = openTimeBetween(calendar, from, to);
          expect(openTimeBetween(calendar, from, middle) + openTimeBetween(calendar, middle, to)).toBe(whole);
          expect(whole).toBeLessThanOrEqual(to - from);
        }),
        { numRuns: 500 },
      );
    });

    it('addOpenTime is the inverse of openTimeBetween, and the earliest such instant', () => {
      fc.assert(
        fc.property(anyCalendar, anyInstant, anyOpenMs, (calendar, from, openMs) => {
          const mark = addOpenTime(calendar, from, openMs);
          expect(openTimeBetween(calendar, from, mark)).toBe(openMs);
          expect(openTimeBetween(calendar, from, mark - 1)).toBe(openMs - 1);
        }),
        { numRuns: 500 },
      );
    });

    it('is open when clocks on the wall show a time of its ranges (but for times they show twice)', () => {
      const zones = fc.constantFrom('Europe/Paris', 'America/Sao_Paulo', 'Pacific/Auckland', 'Asia/Kolkata');
      fc.assert(
        fc.property(zones, anyHours, anyInstant, (zone, hours, instant) => {
          const offsets = [-3, 0, 3].map((shift) => timeZone(zone).offsetAt(instant + shift * HOUR));
          fc.pre(new Set(offsets).size === 1);
          const wall = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
          const [date, time] = wall.split(' ') as [string, string];
          const weekday = new Date(`${date}T00:00Z`).toLocaleString('en', {
            weekday: 'short',
            timeZone: 'UTC',
          });
          const ranges = hours.week[weekday.toLowerCase() as 'mon'];
          const closed = hours.closings.includes(date) || (hours.publicHolidays && isHoliday(date));
          const shown = ranges.some(([from, to]) => from <= time && time < to);
          expect(isOpenAt(openingCalendar(hours, zone), instant)).toBe(!closed && shown);
        }),
        { numRuns: 500 },
      );
    });

    it('open is what open time says, and the next opening is the first such instant', () => {
      fc.assert(
        fc.property(anyCalendar, anyInstant, (calendar, instant) => {
          const next = nextOpeningAt(calendar, instant)!;
          expect(isOpenAt(calendar, instant)).toBe(openTimeBetween(calendar, instant, instant + 1) === 1);
          expect(isOpenAt(calendar, next)).toBe(true);
          expect(openTimeBetween(calendar, instant, next)).toBe(0);
          expect(next === instant).toBe(isOpenAt(calendar, instant));
        }),
      );
    });
  });
});
