import createClient, { type FetchResponse } from 'openapi-fetch';
import type { paths } from './schema';
import { networkProblem, problemOf } from './problem';
import { learnServerTime } from './server-clock';
import { accessToken, tokenRefused } from './session';

/**
 * `fetch` with the person's token: a POST gets an `Idempotency-Key`, kept when the request goes out again; a token that
 * is good no more is replaced once.
 * @throws ApiProblem for the network and for a session that is over; other refusals come back as responses
 */
export async function authorizedFetch(input: Request): Promise<Response> {
  const headers = new Headers(input.headers);
  if (input.method === 'POST' && !headers.has('idempotency-key'))
    headers.set('idempotency-key', crypto.randomUUID());
  const again = input.clone();
  const token = await accessToken();
  const response = await send(input, headers, token);
  if (response.status !== 401) return response;
  return send(again, headers, await tokenRefused(token));
}

async function send(request: Request, headers: Headers, token: string): Promise<Response> {
  const asked = Date.now();
  headers.set('authorization', `Bearer ${token}`);
  try {
    const response = await fetch(new Request(request, { headers }));
    learnServerTime(response, asked);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw networkProblem();
  }
}

/** The API, with the types of its OpenAPI document; wrap calls in {@link answer}. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: authorizedFetch });

/** An answer with what comes beside the body: its ETag, to be sent back as `If-Match`. */
export type Answer<T> = { data: T; etag: string | undefined };

/** The body of an answer. @throws ApiProblem when the API refused */
export async function answer<T extends Record<string | number, unknown>, O, M extends `${string}/${string}`>(
  call: Promise<FetchResponse<T, O, M>>,
): Promise<NonNullable<FetchResponse<T, O, M>['data']>> {
  return (await answerWithEtag(call)).data;
}

/** The body and its ETag. @throws ApiProblem when the API refused */
export async function answerWithEtag<
  T extends Record<string | number, unknown>,
  O,
  M extends `${string}/${string}`,
>(call: Promise<FetchResponse<T, O, M>>): Promise<Answer<NonNullable<FetchResponse<T, O, M>['data']>>> {
  const { data, error, response } = await call;
  if (!response.ok) {
    // openapi-fetch has read the body already.
    throw await problemOf(
      new Response(typeof error === 'string' ? error : JSON.stringify(error ?? {}), {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers,
      }),
    );
  }
  return {
    data: data as NonNullable<FetchResponse<T, O, M>['data']>,
    etag: response.headers.get('etag') ?? undefined,
  };
}
