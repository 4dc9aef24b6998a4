import { openingHoursProblems, type OpeningHours, type Weekday } from '@relance/lead-clock';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies Weekday[];
export type Range = [string, string];

/** What the dealerships of the country mostly do; where somebody begins who turns opening hours on. */
export const USUAL_WEEK: OpeningHours = {
  week: {
    mon: [
      ['09:00', '12:00'],
      ['14:00', '19:00'],
    ],
    tue: [
      ['09:00', '12:00'],
      ['14:00', '19:00'],
    ],
    wed: [
      ['09:00', '12:00'],
      ['14:00', '19:00'],
    ],
    thu: [
      ['09:00', '12:00'],
      ['14:00', '19:00'],
    ],
    fri: [
      ['09:00', '12:00'],
      ['14:00', '19:00'],
    ],
    sat: [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ],
    sun: [],
  },
  publicHolidays: 'FR',
  closings: [],
};

/** What is wrong with a range, for the words beside it. */
export type RangeProblem = 'order' | 'overlap' | 'time';

/** The problems of opening hours by place, `mon.0`; `week` when nothing is open. */
export function weekProblems(hours: OpeningHours): Map<string, RangeProblem | 'empty'> {
  const problems = new Map<string, RangeProblem | 'empty'>();
  for (const { path, message } of openingHoursProblems(hours)) {
    const [, place] = /^week\.(\w+\.\d+)/.exec(path) ?? [];
    if (path === 'week') problems.set('week', 'empty');
    else if (place !== undefined && !problems.has(place)) problems.set(place, problemOf(message));
  }
  return problems;
}

function problemOf(message: string): RangeProblem {
  if (message.includes('overlaps')) return 'overlap';
  return message.includes('end after') ? 'order' : 'time';
}

/** Open time of a week in ms, of the ranges that can be read. */
export function weeklyOpenMs(hours: OpeningHours): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return WEEKDAYS.flatMap((day) => hours.week[day]).reduce((sum, [from, to]) => {
    const length = minutes(to) - minutes(from);
    return sum + (length > 0 ? length * 60_000 : 0);
  }, 0);
}

/** The range one more begins with: after the last one of the day, or the morning. */
export function nextRange(ranges: readonly Range[]): Range {
  const last = ranges.at(-1)?.[1];
  if (last === undefined) return ['09:00', '12:00'];
  const from = last < '12:00' ? '14:00' : addHour(last);
  return [from, from < '19:00' ? '19:00' : '24:00'];
}

function addHour(time: string): string {
  const hour = Math.min(Number(time.slice(0, 2)) + 1, 23);
  return `${String(hour).padStart(2, '0')}:${hour === 23 ? '00' : time.slice(3)}`;
}
