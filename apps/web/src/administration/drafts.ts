import type { Difference } from '../app/ConflictDialog';
import type { ApiProblem } from '../api/problem';

/** Labels and values of a form, in words and in order. */
export type Described = [label: string, value: string][];

/** What two versions say differently. */
export function differencesOf(theirs: Described, mine: Described): Difference[] {
  return mine.flatMap(([label, value], index) => {
    const other = theirs[index]?.[1] ?? '';
    return other === value ? [] : [{ label, theirs: other, mine: value }];
  });
}

/**
 * The fields that the server refused, by the first part of their path (`pointsOfSale.0.leadTypes` is of `pointsOfSale`).
 * Its own words are for developers; beside the field stands `words`.
 */
export function fieldErrors(problem: ApiProblem | undefined, words: string): Record<string, string> {
  if (!problem || (problem.status !== 400 && problem.status !== 422)) return {};
  return Object.fromEntries(problem.errors.map(({ path }) => [path.split('.')[0] ?? path, words]));
}

/** The `If-Match` of what was read with this version. */
export function ifMatch({ version }: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** Whether it looks like an e-mail address; the server has the last word. */
export function looksLikeEmail(text: string): boolean {
  return EMAIL.test(text.trim());
}

/** Whether it is an address of a website, `https://…`. */
export function looksLikeWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
