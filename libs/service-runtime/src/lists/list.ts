import { z } from 'zod';
import { ValidationError } from '../problems/common-errors';

/** Totals are counted up to here and are « at least » beyond. */
export const EXACT_TOTAL_LIMIT = 10_000;

/** An exact number up to 10,000, then `{atLeast: 10000}`. */
export const ListTotal = z.union([
  z.int().min(0).max(EXACT_TOTAL_LIMIT),
  z.object({ atLeast: z.literal(EXACT_TOTAL_LIMIT) }),
]);
export type ListTotal = z.infer<typeof ListTotal>;

/** What every list answers: `{items, nextCursor, total}`; `nextCursor` is null on the last page. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: ListTotal });
}
export type ListOf<T> = { items: T[]; nextCursor: string | null; total: ListTotal };

/** Turns a count that was limited to 10,001 rows into a total. */
export function listTotal(count: number): ListTotal {
  return count > EXACT_TOTAL_LIMIT ? { atLeast: EXACT_TOTAL_LIMIT } : count;
}

/** `limit` (default 25, at most 200) and `cursor`: spread into the query schema of a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(25).meta({ description: 'Items on a page.' }),
  cursor: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: 'The `nextCursor` of the page before.' }),
};

/** `true` or `false` in a query string. */
export function queryBoolean() {
  return z.enum(['true', 'false']).transform((text) => text === 'true');
}

/** A parameter that may be repeated: `?status=WON&status=LOST`. */
export function queryList<T extends z.ZodType>(item: T, max = 50) {
  const asArray = (value: unknown): unknown =>
    value === undefined || Array.isArray(value) ? value : [value];
  return z.preprocess(asArray, z.array(item).max(max));
}

/** An opaque cursor: what the next page has to start after. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Reads a cursor back, checked by a schema because it comes from outside.
 * @throws ValidationError when it is not one this list has given out
 */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ValidationError([{ path: 'cursor', message: 'is not a cursor of this list' }]);
  }
}
