import type { Lead } from '../lead-query';
import { instantOf, localTimeOf } from './zoned-time';

export type Choice = { label: string; atMs: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LATER_MS: readonly number[] = [HOUR_MS / 2, HOUR_MS, 2 * HOUR_MS];
const MINUTE_MS = 60_000;
const SATURDAY = 6;

/** « demain à 9 h 00 » as a choice is « Demain à 9 h 00 ». */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A time of day, so many days from the day of `nowMs`. */
function onDay(nowMs: number, days: number, time: string, timeZone: string | undefined): number | null {
  const noon = instantOf({ date: localTimeOf(nowMs, timeZone).date, time: '12:00' }, timeZone);
  if (noon === null) return null;
  return instantOf({ date: localTimeOf(noon + days * DAY_MS, timeZone).date, time }, timeZone);
}

function named(instants: (number | null)[], moment: (atMs: number) => string): Choice[] {
  return instants.flatMap((atMs) => (atMs === null ? [] : [{ atMs, label: capitalised(moment(atMs)) }]));
}

/** Later by a little than it was, or than now when it was before; and tomorrow morning. */
export function deadlineChoices(
  lead: Pick<Lead, 'deadlineAt'>,
  nowMs: number,
  timeZone: string | undefined,
  moment: (atMs: number) => string,
  plus: (ms: number) => string,
): Choice[] {
  const from = Math.ceil(Math.max(Date.parse(lead.deadlineAt), nowMs) / MINUTE_MS) * MINUTE_MS;
  return [
    ...LATER_MS.map((ms) => ({ label: plus(ms), atMs: from + ms })),
    ...named([onDay(nowMs, 1, '09:00', timeZone)], moment),
  ];
}

/** When people usually come by: tomorrow morning and afternoon, next Saturday. */
export function appointmentChoices(
  nowMs: number,
  timeZone: string | undefined,
  moment: (atMs: number) => string,
): Choice[] {
  const today = new Date(`${localTimeOf(nowMs, timeZone).date}T12:00:00Z`).getUTCDay();
  const toSaturday = (SATURDAY - today + 7) % 7;
  const days: [number, string][] = [
    [1, '10:00'],
    [1, '14:00'],
    ...(toSaturday > 1 ? ([[toSaturday, '10:00']] as [number, string][]) : []),
  ];
  return named(
    days.map(([day, time]) => onDay(nowMs, day, time, timeZone)),
    moment,
  );
}
