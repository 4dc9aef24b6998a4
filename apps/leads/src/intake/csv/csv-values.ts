import type { LeadType } from '@relance/contracts-organisation';
import { DateTime } from 'luxon';

const TYPES = new Map<string, LeadType>([
  ...words('VN', 'vn', 'neuf', 'vehicule neuf', 'new'),
  ...words('VO', 'vo', 'occasion', "vehicule d'occasion", 'used'),
  ...words('APV', 'apv', 'apres-vente', 'apres vente', 'atelier', 'service'),
  ...words('VD', 'vd', 'direction', 'demonstration', 'vehicule de direction', 'vehicule de demonstration'),
]);

function words(type: LeadType, ...names: string[]): [string, LeadType][] {
  return names.map((name) => [name, type]);
}

/** The type of lead a cell says, by its letters or in words; null when it says none. */
export function parseType(text: string): LeadType | null {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
  return TYPES.get(folded) ?? null;
}

const FRENCH_DATE =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:(?:\s*,?\s*(?:à\s*)?|T)(\d{1,2})[:hH](\d{2})?(?::(\d{2}))?)?$/;
const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** When a demand was made, as a cell says it: an instant, or « now » where nothing earlier is sure. */
export type ReceivedCell = { at: string | null };

/**
 * When the demand of a cell was made, as ISO 8601 in UTC: « 21/11/2026 14:30 », « 21/11/26 14h30 », `2026-11-21 14:30` in
 * the zone given, or an ISO instant with its offset. A day without time is the latest it can mean, so that no clock
 * starts too early: today is now, a day that is over its last second (docs/decisions/0015). Null for anything else.
 */
export function parseReceived(text: string, timeZone: string, now: Date): ReceivedCell | null {
  const cell = partsOf(text, timeZone);
  if (!cell) return null;
  const { parts, zone } = cell;
  if (parts[3] !== undefined) return written(instantOf(parts, zone));
  const [start, end] = [instantOf(parts, zone), instantOf([...parts.slice(0, 3), '23', '59', '59'], zone)];
  if (start === null || end === null) return null;
  if (now > new Date(end)) return { at: end };
  // A day that is still to come is refused, as any instant that is.
  return { at: now < new Date(start) ? start : null };
}

/** Year, month, day, and what there is of the time. */
type Parts = (string | undefined)[];

function partsOf(text: string, timeZone: string): { parts: Parts; zone: string } | null {
  const french = FRENCH_DATE.exec(text);
  if (french) {
    const [, day, month, year, hour, minute, second] = french;
    return { parts: [year!.padStart(4, '20'), month, day, hour, minute, second], zone: timeZone };
  }
  const iso = ISO_DATE.exec(text);
  if (!iso) return null;
  const offset = iso[7] ? iso[7].toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2') : '';
  return { parts: iso.slice(1, 7), zone: offset ? `UTC${offset === 'Z' ? '' : offset}` : timeZone };
}

function written(at: string | null): ReceivedCell | null {
  return at === null ? null : { at };
}

function instantOf(parts: Parts, zone: string): string | null {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0)) as Numbers;
  if (minute > 59 || second > 59) return null;
  const start = startOfHour(year, month, day, hour, zone);
  if (start !== null) return new Date(start + (minute * 60 + second) * 1000).toISOString();
  const time = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
  return time.isValid ? earliest(time).toJSDate().toISOString() : null;
}

type Numbers = [year: number, month: number, day: number, hour: number, minute: number, second: number];

const HOURS_MAX = 2_000;
const hours = new Map<string, number | null>();

/**
 * Epoch ms of an hour on the clocks of a zone, remembered because rows of a file lie close together and looking it
 * up is the dearest thing about a row. Null when the hour does not exist, or the clocks are changed within it.
 */
function startOfHour(year: number, month: number, day: number, hour: number, zone: string): number | null {
  const key = `${zone} ${year}-${month}-${day} ${hour}`;
  const known = hours.get(key);
  if (known !== undefined) return known;
  const start = earliest(DateTime.fromObject({ year, month, day, hour }, { zone }));
  const end = start.plus({ minutes: 59 });
  // Where the hour begins with minutes that are skipped, its start is shown as a later minute.
  const asAsked = start.isValid && start.hour === hour && start.minute === 0;
  const whole = asAsked && start.offset === end.offset;
  if (hours.size >= HOURS_MAX) hours.clear();
  hours.set(key, whole ? start.toMillis() : null);
  return whole ? start.toMillis() : null;
}

/** Of the two instants that clocks show alike in autumn, the first: no lead waits longer than it should. */
function earliest(time: DateTime): DateTime {
  return time.getPossibleOffsets()[0] ?? time;
}
