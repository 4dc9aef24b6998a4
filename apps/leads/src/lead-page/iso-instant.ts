import { types } from 'pg';

const parseDate = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date;

/**
 * An instant in ISO 8601 from the text PostgreSQL writes: « 2026-11-20 10:00:00.12+00 » is `2026-11-20T10:00:00.120Z`. In
 * other time zones than UTC, and other years than those of four digits, by way of a `Date`.
 */
export function isoInstant(text: string): string {
  const { length } = text;
  if (length > 26 || text[10] !== ' ' || !text.endsWith('+00')) return parseDate(text).toISOString();
  const milliseconds = length === 22 ? '000' : text.slice(20, -3).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}
