/**
 * Dates of the proleptic Gregorian calendar without any time zone, as day numbers: 0 is 1970-01-01, 1 the next day.
 * Written without `Date`, so that the same arithmetic holds in a service, a browser and a Temporal workflow.
 */

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** The days of the week in the order of `OpeningHours.week`, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type CivilDate = { year: number; month: number; day: number };

/** Days in the 400 years after which the Gregorian calendar repeats itself. */
const DAYS_PER_ERA = 146_097;
/** From 0000-03-01, where a counted era begins, to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/**
 * `dayNumberOf(1970, 1, 1)` is 0. Years are counted from March, so that the leap day is the last of its year.
 * A month or day out of range gives a neighbouring date: check with `parseCivilDate` first.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The date of a day number: the inverse of `dayNumberOf`. */
export function civilDateOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** The place in `WEEKDAYS` of a day number, 0 for a Monday; 1970-01-01 was a Thursday. */
export function weekdayIndexOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The day number of `YYYY-MM-DD`, or null when it is not written so or is no date (`2026-02-30`). */
export function parseCivilDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12) return null;
  const dayNumber = dayNumberOf(year, month, day);
  const date = civilDateOf(dayNumber);
  return date.month === month && date.day === day ? dayNumber : null;
}
