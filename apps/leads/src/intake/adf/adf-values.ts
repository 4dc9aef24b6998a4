import { DateTime } from 'luxon';

/** An instant, or the time on the clocks of the point of sale when the document names no zone. */
export type AdfDate = { instant: string } | { localDateTime: string };

const DATE_TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})[T\s]+(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/i;

/**
 * An ISO 8601 date and time as ADF has it: seconds, zone, separators may be missing. Null for anything else,
 * dates without time and days that do not exist included: a wrong date would start the clock of the lead wrongly.
 */
export function parseAdfDate(text: string): AdfDate | null {
  const match = DATE_TIME.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute = '00', second = '00', zone] = match;
  const localDateTime = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (!zone) return DateTime.fromISO(localDateTime, { zone: 'utc' }).isValid ? { localDateTime } : null;
  const offset = /^[a-z]/i.test(zone)
    ? 'Z'
    : zone.replace(/^(...):?(\d\d)?$/, (_, h, m) => `${h}:${m ?? '00'}`);
  const instant = DateTime.fromISO(localDateTime + offset, { zone: 'utc' });
  return instant.isValid && instant.year > 0 ? { instant: instant.toJSDate().toISOString() } : null;
}

/** An amount of money in cents: « 15990 », « 15 990,00 € », "15,990.00"; null when it is none. */
export function parseCents(text: string): number | null {
  const digits = text.replace(/[^\d.,-]/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2})0*)?$/.exec(digits);
  if (!match) return null;
  const units = Number(match[1]!.replace(/[.,]/g, ''));
  const cents = units * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= 1_000_000_000_000 ? cents : null;
}

const KM_PER_MILE = 1.609344;

/** A distance in kilometres: « 31 000 km », "19,200" in miles; null when it is none. */
export function parseKilometres(text: string, units: string | undefined): number | null {
  const match = /^(\d[\d\s.,]*)\s*(km|kms|kilom\S*|mi|miles?)?\.?$/i.exec(text.trim());
  if (!match) return null;
  const whole = match[1]!.replace(/[.,]\d{1,2}$/, '').replace(/\D/g, '');
  const miles = /^mi/i.test(match[2] ?? units ?? '');
  const kilometres = Math.round(Number(whole) * (miles ? KM_PER_MILE : 1));
  return kilometres <= 10_000_000 ? kilometres : null;
}

/** A model year; null when it is none. */
export function parseYear(text: string): number | null {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0;
  return year >= 1900 && year <= 2100 ? year : null;
}

const TITLE = /^(?:m|mr|mrs|ms|mme|mlle|dr|me|monsieur|madame|mademoiselle)(?:\.\s*|\s+)/i;

/**
 * First and last name out of a full one: « Durand, Camille »; a word in capitals beside others that are not is
 * the last name, wherever it stands; otherwise the first word is the first name.
 */
export function splitFullName(full: string): { firstName: string | null; lastName: string | null } {
  const name = withoutTitle(full);
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  if (comma) return { firstName: comma[2]!.trim(), lastName: comma[1]!.trim() };
  const words = name.split(' ');
  if (words.length === 1) return { firstName: null, lastName: name || null };
  const capitals = words.filter(
    (word) => word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word),
  );
  if (capitals.length > 0 && capitals.length < words.length) {
    const others = words.filter((word) => !capitals.includes(word));
    return { firstName: others.join(' '), lastName: capitals.join(' ') };
  }
  return { firstName: words[0]!, lastName: words.slice(1).join(' ') };
}

/** A name on one line, without « M. » or « Mme » before it. */
export function withoutTitle(name: string): string {
  return name.replace(/\s+/g, ' ').trim().replace(TITLE, '');
}
