import { z } from 'zod';

/**
 * One line of text PostgreSQL can store: no control character (NUL included), no lone surrogate, not blank.
 * Each character can be matched in one way only, so that checking stays linear.
 */
const ONE_LINE = /^ *[^\s\u0000-\u001f\u007f\ud800-\udfff][^\u0000-\u001f\u007f\ud800-\udfff]*$/u;

/** Length in characters as people and JSON Schema count them, where an emoji is one. */
export function characterCount(text: string): number {
  return [...text].length;
}

/** A required line of text of at most `maxLength` characters; spaces around it are dropped. */
export function lineOfText(maxLength: number) {
  return z
    .string()
    .overwrite((text) => text.trim())
    .regex(ONE_LINE, 'Must be one line of text with at least one visible character.')
    .refine((text) => characterCount(text) <= maxLength, `Must have at most ${maxLength} characters.`)
    .meta({ minLength: 1, maxLength });
}

/** Text without accents and case, so that « Épinal » is sorted beside « epinal ». */
export function sortKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
