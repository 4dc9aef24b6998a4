import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const FIELDS_MOST = 100;
const WESTERN = new TextDecoder('windows-1252');

/**
 * The fields of `application/x-www-form-urlencoded`; of several of one name the first. Old websites send them in
 * windows-1252, and say so nowhere: what is no UTF-8 is taken for that.
 */
export function parseUrlencoded(body: Buffer): Record<string, string> {
  const fields = new Map<string, string>();
  for (const pair of body.toString('latin1').split('&', FIELDS_MOST)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!fields.has(name)) fields.set(name, decode(equals < 0 ? '' : pair.slice(equals + 1)));
  }
  return Object.fromEntries(fields);
}

/** Undoes `+` and `%C3`; a percent sign that is none of these stands for itself. */
function decode(text: string): string {
  const latin1 = text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bytes = Buffer.from(latin1, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : WESTERN.decode(bytes);
}
