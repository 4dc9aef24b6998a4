import fc from 'fast-check';
import { WEEKDAYS } from '../opening-hours/civil-date';
import type { OpeningCalendar } from '../opening-hours/opening-calendar';
import { openingCalendar } from '../opening-hours/opening-calendar';
import type { OpeningHours } from '../opening-hours/opening-hours';

/** Calendars for the specs: the ones of the examples, and any at all. Not part of the library. */

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** `at('2026-11-14T14:00Z')` in epoch milliseconds. */
export const at = (iso: string): number => {
  const atMs = Date.parse(iso);
  if (Number.isNaN(atMs)) throw new RangeError(iso);
  return atMs;
};

/** `iso(at(x)) === x`, for readable failures. */
export const iso = (atMs: number): string => new Date(atMs).toISOString().replace(/:00\.000Z$/, 'Z');

export function hoursOf(
  ranges: [string, string][],
  {
    days = WEEKDAYS as readonly string[],
    publicHolidays = null as 'FR' | null,
    closings = [] as string[],
  } = {},
): OpeningHours {
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, days.includes(day) ? ranges : []]));
  return { week: week as OpeningHours['week'], publicHolidays, closings };
}

/** D7's example: Monday to Friday, 9 to 18. */
export const OFFICE_HOURS = hoursOf([['09:00', '18:00']], { days: ['mon', 'tue', 'wed', 'thu', 'fri'] });
export const OFFICE = openingCalendar(OFFICE_HOURS, 'Europe/Paris');
export const ALWAYS = openingCalendar(null, 'Europe/Paris');

/** Zones whose clocks change at 1, 2 or 3 in the morning, at midnight, by half an hour, by a whole day, or never. */
const ZONES = [
  'Europe/Paris',
  'America/Sao_Paulo',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kolkata',
  'UTC',
];

const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three ranges of a day, in order, often reaching midnight. */
const dayRanges: fc.Arbitrary<[string, string][]> = fc
  .uniqueArray(fc.oneof(fc.constantFrom(0, 120, 150, 1440), fc.integer({ min: 0, max: 1440 })), {
    maxLength: 6,
  })
  .map((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const ranges: [string, string][] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      ranges.push([timeText(sorted[i]!), timeText(sorted[i + 1]!)]);
    }
    return ranges;
  });

/** An instant from 2005 to 2030, half of the time within a day of a change of clocks somewhere. */
export const anyInstant: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: at('2005-01-01T00:00Z'), max: at('2030-12-31T00:00Z') }),
  fc
    .record({
      change: fc.constantFrom(
        '2026-03-29T01:00Z',
        '2026-10-25T01:00Z',
        '2018-11-04T03:00Z',
        '2019-02-17T02:00Z',
        '2026-09-26T14:00Z',
        '2026-04-04T14:00Z',
        '2011-12-30T10:00Z',
      ),
      shift: fc.integer({ min: -24 * HOUR, max: 24 * HOUR }),
    })
    .map(({ change, shift }) => at(change) + shift),
);

/** Opening hours that are open some day of the week. */
export const anyHours: fc.Arbitrary<OpeningHours> = fc
  .record({
    week: fc.record({
      mon: dayRanges,
      tue: dayRanges,
      wed: dayRanges,
      thu: dayRanges,
      fri: dayRanges,
      sat: dayRanges,
      sun: dayRanges,
    }),
    publicHolidays: fc.constantFrom('FR' as const, null),
    closings: fc.array(fc.constantFrom('2026-03-29', '2026-10-25', '2011-12-31', '2026-12-24')),
  })
  .filter(({ week }) => Object.values(week).some((ranges) => ranges.length > 0));

export const anyCalendar: fc.Arbitrary<OpeningCalendar> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(ALWAYS) },
  {
    weight: 6,
    arbitrary: fc
      .record({ hours: anyHours, zone: fc.constantFrom(...ZONES) })
      .map(({ hours, zone }) => openingCalendar(hours, zone)),
  },
);
