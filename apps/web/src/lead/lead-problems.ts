import i18next from 'i18next';
import { ApiProblem } from '../api/problem';
import { problemText } from '../app/toast';

/** What a refusal means for a lead; what is not about leads is told as everywhere. */
export function leadProblemText(error: unknown): string {
  if (error instanceof ApiProblem) {
    const key = `problem.${error.code}`;
    if (i18next.exists(key, { ns: 'lead' })) return String(i18next.t(key as never, { ns: 'lead' }));
  }
  return problemText(error);
}
