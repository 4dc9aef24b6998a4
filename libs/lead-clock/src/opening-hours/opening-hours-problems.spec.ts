import fc from 'fast-check';
import { anyHours, hoursOf, OFFICE_HOURS } from '../testing/calendars';
import type { OpeningHours } from './opening-hours';
import { openingHoursProblems } from './opening-hours-problems';

/** The problems of a Monday with these ranges. */
const onMonday = (...mon: unknown[]) =>
  openingHoursProblems({ ...OFFICE_HOURS, week: { ...OFFICE_HOURS.week, mon: mon as [string, string][] } });

describe('openingHoursProblems (D7)', () => {
  it('finds none in office hours, in ranges that touch or come in any order, in a day that ends at 24:00', () => {
    expect(openingHoursProblems(OFFICE_HOURS)).toEqual([]);
    expect(onMonday(['14:00', '19:00'], ['08:30', '12:00'])).toEqual([]);
    expect(onMonday(['08:30', '12:00'], ['12:00', '24:00'])).toEqual([]);
    expect(onMonday(['00:00', '24:00'])).toEqual([]);
  });

  it.each([['24:01'], ['25:00'], ['9:00'], ['12:60'], [''], [null], ['12h00'], [540]])(
    'refuses %j as an end',
    (time) =>
      expect(onMonday(['08:00', time])).toEqual([
        { path: 'week.mon.0.1', message: 'must be a time from 00:00 to 24:00' },
      ]),
  );

  it('refuses a day that begins at 24:00', () => {
    expect(onMonday(['08:00', '09:00'], ['24:00', '24:00'])).toEqual([
      { path: 'week.mon.1.0', message: 'must be a time from 00:00 to 23:59' },
    ]);
  });

  it('refuses a reversed and an empty range', () => {
    const message = 'must end after it begins';
    expect(onMonday(['18:00', '09:00'], ['10:00', '10:00'])).toEqual([
      { path: 'week.mon.0', message },
      { path: 'week.mon.1', message },
    ]);
  });

  it('refuses overlapping ranges, naming the one that begins later', () => {
    const message = 'overlaps another range of the day';
    expect(onMonday(['10:00', '12:00'], ['08:00', '10:01'])).toEqual([{ path: 'week.mon.0', message }]);
    expect(onMonday(['08:00', '20:00'], ['09:00', '10:00'], ['11:00', '12:00'])).toEqual([
      { path: 'week.mon.1', message },
      { path: 'week.mon.2', message },
    ]);
  });

  it('refuses a week that is never open', () => {
    expect(openingHoursProblems(hoursOf([]))).toEqual([
      { path: 'week', message: 'must be open at least once a week' },
    ]);
  });

  it('refuses closings that are no dates, and other public holidays', () => {
    const hours = {
      ...OFFICE_HOURS,
      publicHolidays: 'BE',
      closings: ['2026-12-24', '2026-02-30', '24/12/2026'],
    };
    expect(openingHoursProblems(hours as unknown as OpeningHours)).toEqual([
      { path: 'publicHolidays', message: 'must be "FR" or null' },
      { path: 'closings.1', message: 'must be a date YYYY-MM-DD' },
      { path: 'closings.2', message: 'must be a date YYYY-MM-DD' },
    ]);
  });

  it('refuses another shape without failing', () => {
    expect(onMonday('09:00', ['09:00'])).toEqual([
      { path: 'week.mon.0', message: 'must be a pair [from, to]' },
      { path: 'week.mon.1', message: 'must be a pair [from, to]' },
    ]);
    const paths = openingHoursProblems({} as OpeningHours).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['week.mon', 'week.sun', 'publicHolidays', 'closings']));
  });

  it('finds none in any good hours', () => {
    fc.assert(fc.property(anyHours, (hours) => expect(openingHoursProblems(hours)).toEqual([])));
  });
});
