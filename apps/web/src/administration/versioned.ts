import type { Answer } from '../api/client';

/** Something read one by one, with the version that its `ETag` says. */
export type Versioned<T> = T & { version: number };

/** What was read, with the version to send back as `If-Match`. */
export function versioned<T extends object>({ data, etag }: Answer<T>): Versioned<T> {
  const version = /"(\d+)"/.exec(etag ?? '')?.[1];
  if (version === undefined) throw new Error('The answer does not say which version it is.');
  return { ...data, version: Number(version) };
}

/** What a change has to say: the fields whose values are others than before. */
export function partChanged<T extends object>(before: T, after: T): Partial<T> {
  const differs = (key: keyof T): boolean => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const entries = Object.entries(after).filter(([key]) => differs(key as keyof T));
  return Object.fromEntries(entries) as Partial<T>;
}
