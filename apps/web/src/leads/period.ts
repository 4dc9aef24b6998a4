import { dayOf } from '../i18n/format';

export const PERIODS = ['today', 'yesterday', '7d', '30d'] as const;
export type NamedPeriod = (typeof PERIODS)[number];
/** Days as the calendar writes them, both included: `2026-11-01`. */
export type DayRange = { from: string | null; to: string | null };
export type Period = NamedPeriod | DayRange;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** `today`, `7d`, `2026-11-01..2026-11-15`, `2026-11-01..`; null for anything else. */
export function readPeriod(text: string | undefined): Period | null {
  if (text === undefined) return null;
  const named = PERIODS.find((period) => period === text);
  if (named) return named;
  const [from = '', to = '', more] = text.split('..');
  if (more !== undefined || !text.includes('..')) return null;
  const start = isDay(from) ? from : null;
  const end = isDay(to) ? to : null;
  if ((start ?? end) === null || (from !== '' && !start) || (to !== '' && !end)) return null;
  return start && end && start > end ? { from: end, to: start } : { from: start, to: end };
}

export function writePeriod(period: Period): string {
  return typeof period === 'string' ? period : `${period.from ?? ''}..${period.to ?? ''}`;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/** The days of a period, today being the day it is at `nowMs` in the zone. */
export function daysOf(period: Period, nowMs: number, timeZone: string | undefined): DayRange {
  if (typeof period !== 'string') return period;
  const today = dayOf(nowMs, timeZone);
  if (period === 'yesterday') return { from: dayBefore(today, 1), to: dayBefore(today, 1) };
  return { from: dayBefore(today, period === 'today' ? 0 : period === '7d' ? 6 : 29), to: null };
}

/** Instants of a period for the API: days begin and end in the zone of the point of sale. */
export function instantsOf(
  period: Period,
  nowMs: number,
  timeZone: string | undefined,
): { createdFrom?: string; createdTo?: string } {
  const { from, to } = daysOf(period, nowMs, timeZone);
  return {
    ...(from ? { createdFrom: new Date(startOfDay(from, timeZone)).toISOString() } : {}),
    ...(to ? { createdTo: new Date(startOfDay(dayBefore(to, -1), timeZone)).toISOString() } : {}),
  };
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/** When a day begins in a zone, epoch ms; where midnight is skipped by summer time, the first instant after. */
export function startOfDay(day: string, timeZone: string | undefined): number {
  const utc = Date.parse(day);
  let guess = utc - offsetMs(utc, timeZone);
  guess = utc - offsetMs(guess, timeZone);
  return dayOf(guess, timeZone) < day ? guess + 3_600_000 : guess;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC at an instant. */
function offsetMs(atMs: number, timeZone: string | undefined): number {
  const key = timeZone ?? '';
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      ...(timeZone ? { timeZone } : {}),
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    });
    formats.set(key, format);
  }
  const part = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const there = Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return there - Math.floor(atMs / 1000) * 1000;
}
