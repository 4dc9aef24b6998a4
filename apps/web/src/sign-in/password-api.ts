import { networkProblem, problemOf } from '../api/problem';

/** What people ask who cannot sign in: no token goes with it. @throws ApiProblem */
async function post(path: string, body: unknown): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
  } catch {
    throw networkProblem();
  }
  if (!response.ok) throw await problemOf(response);
}

/** A link by e-mail, if somebody has this address; the answer is the same either way. @throws ApiProblem */
export function askForLink(email: string): Promise<void> {
  return post('password-reset', { email });
}

/** The password that a link is for, of somebody who forgot theirs or was invited. @throws ApiProblem */
export function choosePassword(token: string, password: string): Promise<void> {
  return post('password-reset/confirm', { token, password });
}
