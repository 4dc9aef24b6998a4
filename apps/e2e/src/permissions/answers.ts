import type { PlausibleRequest } from './plausible-request';

/** What came back, as far as it says who may what. */
export type CallerAnswer = { status: number; text: string };

/** Not 2xx, and all the same an answer to who may: the state or the version of a thing is asked only then. */
const DONE = new Set([303, 409, 412]);

/** Sends a request as it is; of a stream that stays open nothing is read. */
export async function send(
  gatewayUrl: string,
  { method, path, headers, body }: PlausibleRequest,
  credentials: Record<string, string>,
): Promise<CallerAnswer> {
  const stop = new AbortController();
  const answer = await fetch(gatewayUrl + path, {
    ...{ method, headers: { ...headers, ...credentials }, redirect: 'manual', signal: stop.signal },
    ...(body === undefined ? {} : { body }),
  });
  const streams = answer.headers.get('content-type')?.startsWith('text/event-stream');
  const text = streams ? '' : await answer.text();
  stop.abort();
  return { status: answer.status, text };
}

/** The answer in the words of docs/permissions.md: `yes`, or the status it was refused with. */
export function wordOf({ status, text }: CallerAnswer, alsoDone: number[] = []): string {
  if ((status >= 200 && status < 300) || DONE.has(status) || alsoDone.includes(status)) return 'yes';
  return [401, 403, 404].includes(status) ? String(status) : `${status} ${text.slice(0, 300)}`;
}

/**
 * What somebody of another point of sale was answered, in the same words: `refused` where that was to be expected,
 * `own` when nothing of this one is in it, `LEAK` when something is.
 */
export function wordElsewhere(answer: CallerAnswer, expected: string, secrets: string[]): string {
  const { status, text } = answer;
  if (secrets.some((secret) => text.includes(secret)) || somethingWasDone(text))
    return `LEAK ${text.slice(0, 300)}`;
  const word = wordOf(answer);
  if (expected === 'refused' && [403, 404, 422].includes(status)) return 'refused';
  return expected === 'own' && word === 'yes' ? 'own' : word;
}

/** Whether an action on many things was done on any of them. */
function somethingWasDone(text: string): boolean {
  return /"done":\[\s*\{/.test(text);
}
