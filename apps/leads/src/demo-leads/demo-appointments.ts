import { addOpenTime, openingCalendar } from '@relance/lead-clock';
import { WORKING_WEEK } from './demo-places';

const HOUR_MS = 60 * 60_000;
const HALF_HOUR_MS = HOUR_MS / 2;
const OPEN = openingCalendar(WORKING_WEEK, 'Europe/Paris');

/** A full or half hour after so many working hours from now, as garages make appointments. */
export function appointmentAt(now: Date, inHours: number): Date {
  const atMs = addOpenTime(OPEN, now.getTime(), inHours * HOUR_MS);
  return new Date(Math.floor(atMs / HALF_HOUR_MS) * HALF_HOUR_MS);
}
