import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ReceivedContact } from './contact-details';

const NOT_A_WORD = /[^\p{L}\p{N}]+/u;
const NOT_IN_A_TOKEN = /[^\p{L}\p{N}@._+-]+/gu;
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const NATIONAL_PREFIX_ZERO = /^(?:33|590|594|596|262|32|44|49)(\d+)$/;
const MAX_QUERY_TOKENS = 8;

/**
 * What a lead is found by, as tokens separated by spaces, lower-case and without accents: names (words, and joined:
 * « D'Angelo » is found by "angelo" and by "dangelo"), e-mail (the words before the @, and the whole behind an @ of
 * its own: thousands of addresses begin like a first name, and would make each search for that name slow), phone
 * (E.164 without "+", and national form) and code. Made for `array_to_tsvector(string_to_array($1, ' '))`, which takes tokens as
 * they are, and {@link searchQuery}.
 *
 * @param contact normalised details: `phone` in E.164
 */
export function searchText({
  firstName,
  lastName,
  email,
  phone,
  code,
}: ReceivedContact & { code?: string | null }) {
  const tokens = new Set<string>();
  for (const name of [firstName, lastName]) if (name) addWords(tokens, fold(name));
  if (code) addWords(tokens, fold(code));
  if (email) {
    const address = fold(email).replace(NOT_IN_A_TOKEN, '');
    tokens.add(`@${address}`);
    for (const part of address.slice(0, Math.max(address.indexOf('@'), 0)).split(NOT_A_WORD))
      tokens.add(part);
  }
  if (phone) tokens.add(phone.slice(1)).add(nationalDigits(phone));
  tokens.delete('');
  return [...tokens].join(' ');
}

/**
 * The text of a `tsquery` (cast it: `$1::tsquery`) that finds leads by the beginnings of all words typed, whatever
 * their order; null when there is nothing to search for. A telephone number may be typed in any usual way.
 */
export function searchQuery(typed: string): string | null {
  const text = fold(typed.slice(0, 300));
  const number = /^[+0(][\d\s().-]{3,}$/.test(text.trim()) ? typedNumber(text) : null;
  const tokens = number ? [number] : text.split(/\s+/).flatMap(queryTokens);
  const distinct = [...new Set(tokens)].slice(0, MAX_QUERY_TOKENS);
  return distinct.length > 0 ? distinct.map((token) => `'${token}':*`).join(' & ') : null;
}

function queryTokens(word: string): string[] {
  if (word.includes('@'))
    return [`@${word.replace(NOT_IN_A_TOKEN, '')}`].filter((token) => /[\p{L}\p{N}]/u.test(token));
  return word.split(NOT_A_WORD).filter(Boolean);
}

function typedNumber(text: string): string {
  return text
    .replace('(0)', '')
    .replace(/\D/g, '')
    .replace(/^00(?=[1-9])/, '');
}

function addWords(tokens: Set<string>, text: string): void {
  for (const word of text.split(/\s+/)) {
    const parts = word.split(NOT_A_WORD);
    for (const part of parts) tokens.add(part);
    if (parts.length > 1) tokens.add(parts.join(''));
  }
}

function nationalDigits(phone: string): string {
  const zero = NATIONAL_PREFIX_ZERO.exec(phone.slice(1));
  if (zero) return `0${zero[1]}`;
  return parsePhoneNumberFromString(phone)?.formatNational().replace(/\D/g, '') ?? '';
}

/** Lower case without accents, so that « Zoé » is found by "ZOE". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđı]/g, (letter) => LIGATURES[letter]!);
}
