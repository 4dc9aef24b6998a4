import { RecentMemo } from '../recent-memo';
import { DAY_MS, parseCivilDate, weekdayIndexOf } from './civil-date';
import { isFrenchPublicHoliday } from './french-public-holidays';
import type { OpeningHours } from './opening-hours';
import { parseLocalTime } from './opening-hours';
import type { TimeZone } from './time-zone';
import { timeZone } from './time-zone';

/** An open span `[fromMs, toMs[` of real time: open at `fromMs`, closed at `toMs`. */
export type OpenSpan = { readonly fromMs: number; readonly toMs: number };

/** One local day: the instants between which it lasts (23, 24 or 25 hours) and its open spans, in order. */
export type LocalDay = {
  readonly startMs: number;
  readonly endMs: number;
  readonly open: readonly OpenSpan[];
};

/** What a calendar answers: null for one that is always open, else its local days, which tile all time. */
class WorkingDays {
  private readonly days = new RecentMemo<number, LocalDay>(512, (day) => this.compute(day));
  private readonly closings: ReadonlySet<number>;
  /** Per day of the week, Monday first, as spans since local midnight. */
  private readonly week: readonly (readonly OpenSpan[])[];

  constructor(
    private readonly hours: OpeningHours,
    private readonly zone: TimeZone,
  ) {
    this.closings = new Set(hours.closings.map((closing) => parsed(parseCivilDate(closing), closing)));
    const { mon, tue, wed, thu, fri, sat, sun } = hours.week;
    this.week = [mon, tue, wed, thu, fri, sat, sun].map(mergedSpans);
  }

  /** The local day with that number; memoised. */
  day(dayNumber: number): LocalDay {
    return this.days.get(dayNumber);
  }

  /** The number of the local day that holds an instant. */
  dayNumberAt(atMs: number): number {
    let dayNumber = this.zone.roughDayAt(atMs);
    while (atMs < this.day(dayNumber).startMs) dayNumber--;
    while (atMs >= this.day(dayNumber).endMs) dayNumber++;
    return dayNumber;
  }

  private compute(dayNumber: number): LocalDay {
    const midnight = dayNumber * DAY_MS;
    const open = this.closedAllDay(dayNumber)
      ? []
      : this.week[weekdayIndexOf(dayNumber)]!.map(({ fromMs, toMs }) => ({
          fromMs: this.zone.instantShowing(midnight + fromMs),
          toMs: this.zone.instantShowing(midnight + toMs),
        })).filter(({ fromMs, toMs }) => fromMs < toMs);
    return {
      startMs: this.zone.instantShowing(midnight),
      endMs: this.zone.instantShowing(midnight + DAY_MS),
      open,
    };
  }

  private closedAllDay(dayNumber: number): boolean {
    return (
      this.closings.has(dayNumber) || (this.hours.publicHolidays === 'FR' && isFrenchPublicHoliday(dayNumber))
    );
  }
}

/**
 * When one point of sale is open (D7). Opaque: ask it through `openTimeBetween`, `addOpenTime`, `isOpenAt` and
 * `nextOpeningAt`. Instants are real ones, so a day open « 00:00 » to « 24:00 » has 23 hours in spring when
 * clocks go forward, and 25 in autumn.
 */
export class OpeningCalendar {
  /** Null: always open. */
  readonly workingDays: WorkingDays | null;

  constructor(hours: OpeningHours | null, zoneName: string) {
    this.workingDays = hours && new WorkingDays(hours, timeZone(zoneName));
  }
}

const ALWAYS_OPEN = new OpeningCalendar(null, 'UTC');

const calendars = new RecentMemo<string, OpeningCalendar>(128, (key) => {
  const [hours, zoneName] = JSON.parse(key) as [OpeningHours, string];
  return new OpeningCalendar(hours, zoneName);
});

/**
 * The calendar of opening hours in a time zone; without hours, one that is always open (D7: « Off by default: the
 * clock runs always »). Memoised by content, for the few hundred most recently used: ask again freely.
 *
 * Give it hours that `openingHoursProblems` found good. Overlapping ranges count once, reversed ones not at all; a
 * time, date or zone that is none throws a `RangeError`.
 */
export function openingCalendar(hours: OpeningHours | null, zoneName: string): OpeningCalendar {
  return hours === null ? ALWAYS_OPEN : calendars.get(JSON.stringify([hours, zoneName]));
}

/** The ranges of a day as spans since local midnight: in order, none touching another. */
function mergedSpans(ranges: readonly (readonly [string, string])[]): OpenSpan[] {
  const merged: { fromMs: number; toMs: number }[] = [];
  const spans = ranges
    .map(([from, to]) => ({
      fromMs: parsed(parseLocalTime(from), from),
      toMs: parsed(parseLocalTime(to), to),
    }))
    .sort((a, b) => a.fromMs - b.fromMs);
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs);
    else merged.push(span);
  }
  return merged;
}

function parsed(value: number | null, text: string): number {
  if (value === null) throw new RangeError(`Opening hours contain "${text}", which is no local time or date`);
  return value;
}
