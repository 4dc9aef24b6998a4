import { z } from 'zod';

/** Lone surrogates are left to {@link LONE_SURROGATE}: no pattern for them is understood by every dialect. */
const WITHOUT_NUL = /^[^\u0000]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** One character that no regular-expression dialect takes for white space, so that every client judges alike. */
const VISIBLE = /[^\s\u001C-\u001F\u0085\uFEFF]/u;

/** JSON Schema of « a string with something in it », for conditions such as "at least one of these". */
export const VISIBLE_TEXT = { type: 'string', pattern: VISIBLE.source } as const;

/**
 * Text of at most `max` characters (code points, as JSON Schema and PostgreSQL count them) before it is
 * trimmed. NUL and lone surrogates are refused: they cannot be stored.
 */
export function text(max: number) {
  return z
    .string()
    .regex(WITHOUT_NUL, 'must not contain the character NUL')
    .refine((value) => !LONE_SURROGATE.test(value), 'must not contain lone surrogates')
    .refine((value) => fits(value, max), {
      error: `must have at most ${max} characters`,
      params: { rule: 'maxLength', max },
    })
    .trim()
    .meta({ maxLength: max });
}

/** As {@link text}, with at least one visible character. */
export function requiredText(max: number) {
  return text(max).regex(VISIBLE, 'must not be blank').meta({ minLength: 1, maxLength: max });
}

/** As {@link text}, or null, or absent; blank text is taken for null. */
export function optionalText(max: number) {
  return text(max)
    .nullish()
    .overwrite((value) => (value === undefined || isVisible(value) ? value : null));
}

/** Whether there is something to read in it. */
export function isVisible(value: string | null | undefined): boolean {
  return value != null && VISIBLE.test(value);
}

function fits(value: string, max: number): boolean {
  if (value.length <= max) return true;
  if (value.length > 2 * max) return false;
  let characters = 0;
  for (const _ of value) characters += 1;
  return characters <= max;
}
