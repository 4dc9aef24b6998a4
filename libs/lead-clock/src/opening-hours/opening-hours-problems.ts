import { DAY_MS, parseCivilDate, WEEKDAYS } from './civil-date';
import type { OpeningHours } from './opening-hours';
import { parseLocalTime } from './opening-hours';

/** Where (`week.mon.0.1`: Monday, first range, its end) and what is wrong, in English. */
export type OpeningHoursProblem = { path: string; message: string };

/**
 * Everything that makes opening hours unusable (D7): a time or date that is none, a range that does not end after it
 * begins, ranges of one day that overlap, a week without any open time. Empty when they are good.
 *
 * The shape is checked too, so that hours read from storage or a request may be given as they are. Ranges of a day
 * may come in any order and may touch; the same closing may be listed twice.
 */
export function openingHoursProblems(hours: OpeningHours): OpeningHoursProblem[] {
  const problems: OpeningHoursProblem[] = [];
  for (const weekday of WEEKDAYS) problems.push(...dayProblems(hours.week?.[weekday], `week.${weekday}`));
  if (problems.length === 0 && WEEKDAYS.every((weekday) => hours.week[weekday].length === 0)) {
    problems.push({ path: 'week', message: 'must be open at least once a week' });
  }
  if (hours.publicHolidays !== null && hours.publicHolidays !== 'FR') {
    problems.push({ path: 'publicHolidays', message: 'must be "FR" or null' });
  }
  return [...problems, ...closingProblems(hours.closings)];
}

function dayProblems(ranges: unknown, path: string): OpeningHoursProblem[] {
  if (!Array.isArray(ranges)) return [{ path, message: 'must be a list of ranges' }];
  const problems: OpeningHoursProblem[] = [];
  const sound: { from: number; to: number; path: string }[] = [];
  ranges.forEach((range: unknown, index) => {
    const rangePath = `${path}.${index}`;
    if (!Array.isArray(range) || range.length !== 2) {
      problems.push({ path: rangePath, message: 'must be a pair [from, to]' });
      return;
    }
    const [from, to] = range.map((time: unknown) => (typeof time === 'string' ? parseLocalTime(time) : null));
    if (from == null || from === DAY_MS) {
      problems.push({ path: `${rangePath}.0`, message: 'must be a time from 00:00 to 23:59' });
    }
    if (to == null) problems.push({ path: `${rangePath}.1`, message: 'must be a time from 00:00 to 24:00' });
    if (from == null || from === DAY_MS || to == null) return;
    if (to <= from) problems.push({ path: rangePath, message: 'must end after it begins' });
    else sound.push({ from, to, path: rangePath });
  });
  return [...problems, ...overlaps(sound)];
}

function overlaps(ranges: { from: number; to: number; path: string }[]): OpeningHoursProblem[] {
  const problems: OpeningHoursProblem[] = [];
  let openUntil = 0;
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    if (range.from < openUntil)
      problems.push({ path: range.path, message: 'overlaps another range of the day' });
    openUntil = Math.max(openUntil, range.to);
  }
  return problems;
}

function closingProblems(closings: unknown): OpeningHoursProblem[] {
  if (!Array.isArray(closings)) return [{ path: 'closings', message: 'must be a list of dates' }];
  return closings.flatMap((closing: unknown, index) =>
    typeof closing === 'string' && parseCivilDate(closing) !== null
      ? []
      : [{ path: `closings.${index}`, message: 'must be a date YYYY-MM-DD' }],
  );
}
