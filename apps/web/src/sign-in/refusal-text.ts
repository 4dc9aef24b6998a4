import type { TFunction } from 'i18next';
import { ApiProblem } from '../api/problem';
import { problemText } from '../app/toast';
import { durationWords } from '../time-left/duration-words';

/** Too many attempts say when to try again; anything else is told as everywhere. */
export function refusalText(error: unknown, t: TFunction<'signIn'>, language: string): string {
  if (error instanceof ApiProblem && error.status === 429)
    return t('limited', { duration: durationWords((error.retryAfterSeconds ?? 60) * 1000, language) });
  return problemText(error);
}
