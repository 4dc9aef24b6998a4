import type { Weekday } from './civil-date';
import { MINUTE_MS } from './civil-date';

/**
 * D7: optional opening hours of a point of sale, in its own time zone, as the API carries them.
 *
 * - `week`: the ranges `[from, to]` of each day, local times `HH:MM`; « 24:00 » ends a day; `[]` is a closed day.
 * - `publicHolidays`: `"FR"` closes on French public holidays, null on none.
 * - `closings`: exceptional closings, local dates `YYYY-MM-DD`, whole days.
 */
export type OpeningHours = {
  week: Record<Weekday, [string, string][]>;
  publicHolidays: 'FR' | null;
  closings: string[];
};

/** Milliseconds since local midnight of `HH:MM`, from `00:00` to `24:00`; null when it is not such a time. */
export function parseLocalTime(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  const endsDay = hours === 24 && minutes === 0;
  if (!endsDay && (hours > 23 || minutes > 59)) return null;
  return (hours * 60 + minutes) * MINUTE_MS;
}
