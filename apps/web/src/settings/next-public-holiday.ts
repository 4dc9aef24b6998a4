import { isFrenchPublicHoliday } from '@relance/lead-clock';
import { dayOf } from '../i18n/format';

const DAY_MS = 86_400_000;

/** The next French public holiday, today included, as `2026-12-25`, in the zone of the point of sale. */
export function nextPublicHoliday(nowMs: number, timeZone: string): string {
  let day = Date.parse(dayOf(nowMs, timeZone)) / DAY_MS;
  while (!isFrenchPublicHoliday(day)) day += 1;
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
