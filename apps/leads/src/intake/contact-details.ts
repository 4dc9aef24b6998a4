import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** How a lead can be named and reached, as a source sent it or as the service keeps it. */
export type ContactDetails = {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
};

/** What a source sends: anything may be missing. */
export type ReceivedContact = { [detail in keyof ContactDetails]?: string | null };

const MESSAGE_MAX = 10_000;

/**
 * Normalises a contact. What cannot be understood is not lost: it comes back as French sentences (`notes`) for
 * the message of the lead (see {@link messageWithNotes}).
 *
 * @param country ISO 3166-1 alpha-2 code of the point of sale, in which national numbers are read
 */
export function readContact(
  received: ReceivedContact,
  country: string,
): { contact: ContactDetails; notes: string[] } {
  const notes: string[] = [];
  const email = received.email ? normaliseEmail(received.email) : null;
  if (!email && received.email?.trim()) notes.push(emailNote(received.email));

  let phone = received.phone ? normalisePhone(received.phone, country) : null;
  if (!phone && received.phone?.trim()) {
    notes.push(`Téléphone reçu : ${oneLine(received.phone)}`);
    phone = firstPhoneIn(received.phone, country);
  }
  const firstName = normaliseName(received.firstName);
  const lastName = normaliseName(received.lastName);
  return { contact: { firstName, lastName, email, phone }, notes };
}

/** Adds the notes of {@link readContact} under a message, each once, within the length a message may have. */
export function messageWithNotes(message: string | null | undefined, notes: string[]): string | null {
  const said = new Set(message?.split('\n'));
  const added = shorten([...new Set(notes)].filter((note) => !said.has(note)).join('\n'), MESSAGE_MAX);
  if (!message) return added || null;
  if (!added) return shorten(message, MESSAGE_MAX);
  const room = MESSAGE_MAX - added.length - 2;
  return room > 1 ? `${shorten(message, room)}\n\n${added}` : added;
}

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const EMAIL =
  /^[^\s@<>()[\]\\,;:"\p{Cc}.]+(?:\.[^\s@<>()[\]\\,;:"\p{Cc}.]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u;

/**
 * The address in lower case and NFKC, out of `mailto:` and « Name <address> »; null when it cannot be an e-mail
 * address. Pragmatic: quoted local parts and address literals, which no customer has, are refused.
 */
export function normaliseEmail(raw: string): string | null {
  if (raw.length > 500) return null;
  let address = raw.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (address.endsWith('>')) address = address.slice(address.lastIndexOf('<') + 1, -1).trim();
  address = address.toLowerCase();
  if (address.startsWith('mailto:')) address = address.slice('mailto:'.length).trim();
  if (address.length > 254 || address.indexOf('@') > 64) return null;
  return EMAIL.test(address) ? address : null;
}

/**
 * The first address in a field of a file that may hold several, or an address and words: « a@b.fr ; c@d.fr »,
 * « a@b.fr ou c@d.fr ». A word before an address, as in « jean dupont@b.fr », may be part of it: that is none.
 */
export function firstEmailIn(text: string): string | null {
  if (text.length > 2_000) return null;
  for (const part of text.normalize('NFKC').split(/[;,|<>()\n\r]|\s\/\s/)) {
    const words = part.trim().replace(/^mailto:\s*/i, '');
    const email = normaliseEmail(words) ?? normaliseEmail(words.split(/\s/, 1)[0]!);
    if (email) return email;
  }
  return null;
}

/** The note that keeps an e-mail field whole. */
export function emailNote(written: string): string {
  return `E-mail reçu : ${oneLine(written)}`;
}

/** French territories write one another's numbers in national form: 0692… is La Réunion wherever it is dialled. */
const FRENCH_TERRITORIES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']);
const OVERSEAS_CALLING_CODES: Record<string, string> = {
  '590': '590', '690': '590', '691': '590',
  '594': '594', '694': '594',
  '596': '596', '696': '596', '697': '596',
  '262': '262', '263': '262', '692': '262', '693': '262',
  '269': '262', '639': '262',
}; // prettier-ignore

/**
 * The number in E.164, or null when it is none. National numbers are read in `country` (ISO 3166-1 alpha-2);
 * `00`, `(0)`, dots, spaces, dashes and other digits than ASCII are understood. A national number must be valid
 * in its plan; one written with its calling code is believed when its length is possible.
 */
export function normalisePhone(raw: string, country: string): string | null {
  if (raw.length > 60) return null;
  const written = raw.normalize('NFKC').replace(INVISIBLE, '').trim();
  const number = written.startsWith('00') ? `+${written.slice(2)}` : written;
  if (FRENCH_TERRITORIES.has(country)) return frenchPhone(number, country);
  return parsePhone(number, country);
}

function frenchPhone(number: string, country: string): string | null {
  const digits = number.replace(/\(0\)|\D/g, '');
  const national = /^\+?(?:33)?0?([1-9]\d{8})$/.exec(number.startsWith('+') ? `+${digits}` : digits)?.[1];
  const overseas = national && OVERSEAS_CALLING_CODES[national.slice(0, 3)];
  return (
    (overseas && parsePhone(`+${overseas}${national}`, country, true)) ||
    parsePhone(number, country) ||
    (country === 'FR' ? null : parsePhone(number, 'FR'))
  );
}

/** The `min` metadata are the lightest of libphonenumber and the only ones that need no type of number. */
function parsePhone(number: string, country: string, strict = false): string | null {
  const parsed = parsePhoneNumberFromString(number, isSupportedCountry(country) ? country : undefined);
  if (!parsed) return null;
  const believed = parsed.isValid() || (!strict && number.startsWith('+') && parsed.isPossible());
  return believed ? parsed.number : null;
}

/** The first number in a field that holds several, or a number and words: « 06 … / 01 … », « 06 … poste 12 ». */
function firstPhoneIn(text: string, country: string): string | null {
  for (const part of text.slice(0, 200).split(/[/;,|\n]|\p{L}+|[-–]\s/u)) {
    const phone = /\d{2}/.test(part) ? normalisePhone(part, country) : null;
    if (phone) return phone;
  }
  return null;
}

/** The name in NFC, on one line; null when nothing is left. Case is kept as received. */
export function normaliseName(raw: string | null | undefined): string | null {
  if (!raw) return null;
  return oneLine(raw.normalize('NFC').replace(INVISIBLE, '')) || null;
}

/** The text, or its beginning and « … »; never half of a surrogate pair. */
function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
