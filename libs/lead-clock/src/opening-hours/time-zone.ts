import { RecentMemo } from '../recent-memo';
import { DAY_MS, dayNumberOf } from './civil-date';

/**
 * When the clocks of a time zone show a local time. Built on `Intl` alone (its rules are those of the runtime), and
 * asks it once per zone and day: `Intl` takes microseconds, everything after that is arithmetic.
 */
export class TimeZone {
  private readonly format: Intl.DateTimeFormat;
  /** The offset at midnight UTC of each day number. */
  private readonly offsetAtMidnightUtc = new RecentMemo<number, number>(1_024, (day) =>
    this.offsetAt(day * DAY_MS),
  );

  /** Throws a `RangeError` for a name that is no time zone. */
  constructor(name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** How far local time is ahead of UTC at an instant, in milliseconds: 3,600,000 in Paris in winter. */
  offsetAt(atMs: number): number {
    const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of this.format.formatToParts(atMs)) {
      if (type in shown) shown[type as keyof typeof shown] = Number(value);
    }
    const localSeconds =
      dayNumberOf(shown.year, shown.month, shown.day) * 86_400 +
      shown.hour * 3_600 +
      shown.minute * 60 +
      shown.second;
    return (localSeconds - Math.floor(atMs / 1_000)) * 1_000;
  }

  /** The number of the local day at an instant, at most one day wrong near a change of the clocks. */
  roughDayAt(atMs: number): number {
    return Math.floor((atMs + this.offsetAtMidnightUtc.get(Math.floor(atMs / DAY_MS))) / DAY_MS);
  }

  /**
   * The first instant at which local clocks show `localMs` (a local date and time written as if it were UTC) or, where
   * it is skipped, a later time. So, when clocks go
   *
   * - forward, a skipped time is the instant of the change: 02:30 in Paris on 2026-03-29 is 01:00 UTC;
   * - back, a time shown twice is its first occurrence: 02:30 in Paris on 2026-10-25 is 00:30 UTC.
   *
   * A later local time never gives an earlier instant, hence ranges that do not overlap on the wall clock do not
   * overlap in time, and neighbours stay neighbours. No zone changes its clocks forth and back within three days.
   */
  instantShowing(localMs: number): number {
    const utcDay = Math.floor(localMs / DAY_MS);
    const before = this.offsetAtMidnightUtc.get(utcDay - 1);
    const after = this.offsetAtMidnightUtc.get(utcDay + 2);
    if (before === after) return localMs - before;
    for (const offset of [before, after]) {
      if (this.offsetAt(localMs - offset) === offset) return localMs - offset;
    }
    return this.changeBetween((utcDay - 1) * DAY_MS, (utcDay + 2) * DAY_MS, before);
  }

  /** The instant within `(fromMs, toMs]` at which the offset stops being `offset`, by bisection. */
  private changeBetween(fromMs: number, toMs: number, offset: number): number {
    let [lastBefore, firstAfter] = [fromMs, toMs];
    while (firstAfter - lastBefore > 1) {
      const middle = Math.floor((lastBefore + firstAfter) / 2);
      if (this.offsetAt(middle) === offset) lastBefore = middle;
      else firstAfter = middle;
    }
    return firstAfter;
  }
}

const zones = new RecentMemo<string, TimeZone>(64, (name) => new TimeZone(name));

/** The zone of that IANA name (`Europe/Paris`), memoised. Throws a `RangeError` when there is none. */
export function timeZone(name: string): TimeZone {
  return zones.get(name);
}
