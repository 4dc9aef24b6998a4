import { RecentMemo } from '../recent-memo';
import { civilDateOf, dayNumberOf } from './civil-date';

/**
 * The eleven public holidays of metropolitan France (Code du travail, L3133-1), for `publicHolidays: "FR"` (D7).
 * The two further ones of Alsace and Moselle, and those overseas, are entered as exceptional closings.
 */

/** `[month, day]`: the eight whose date never changes. */
const FIXED: readonly (readonly [number, number])[] = [
  [1, 1], // Jour de l'an
  [5, 1], // Fête du Travail
  [5, 8], // Victoire 1945
  [7, 14], // Fête nationale
  [8, 15], // Assomption
  [11, 1], // Toussaint
  [11, 11], // Armistice 1918
  [12, 25], // Noël
];

/** Days after Easter Sunday: the three that move with it. */
const AFTER_EASTER = [
  1, // Lundi de Pâques
  39, // Ascension
  50, // Lundi de Pentecôte
];

const holidaysByYear = new RecentMemo<number, ReadonlySet<number>>(32, (year) => {
  const easter = easterSunday(year);
  return new Set([
    ...FIXED.map(([month, day]) => dayNumberOf(year, month, day)),
    ...AFTER_EASTER.map((days) => easter + days),
  ]);
});

/** The public holidays of a year as day numbers; ten of them in the rare year when Ascension is 1 or 8 May. */
export function frenchPublicHolidays(year: number): ReadonlySet<number> {
  return holidaysByYear.get(year);
}

export function isFrenchPublicHoliday(dayNumber: number): boolean {
  return frenchPublicHolidays(civilDateOf(dayNumber).year).has(dayNumber);
}

/** Easter Sunday of the Gregorian calendar as a day number (the anonymous algorithm, Nature, 1876). */
export function easterSunday(year: number): number {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - lunarCorrection + 15) % 30;
  const daysToSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenNumber + 11 * epact + 22 * daysToSunday) / 451);
  const fromMarch = epact + daysToSunday - 7 * lateMoon + 114;
  return dayNumberOf(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
