import { useSyncExternalStore } from 'react';
import { onOtherPerson, tabIsShownTo } from './other-person';
import { ApiProblem, networkProblem, problemOf } from './problem';
import { learnServerTime, serverNow } from './server-clock';

export type Role = 'ADMIN' | 'MANAGER' | 'SALESPERSON' | 'CALL_CENTRE' | 'MARKETING';

/** The person signed in, as `POST /auth/login` tells. */
export type SessionUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  pointsOfSale: { id: string; name: string }[];
  /** What the person may do (S2.12), such as `lead.take`. */
  permissions: string[];
};

type SignedIn = { accessToken: string; expiresAt: string; user: SessionUser };

/** `unknown`: a session of before may still be good; it is being asked for. */
export type Session =
  | { state: 'unknown'; user: null }
  | { state: 'signed-out'; user: null }
  | { state: 'signed-in'; user: SessionUser; accessToken: string; expiresAtMs: number };

/** Says that this browser had a session; without it, asking for one would only fail. No secret. */
const HINT = 'relance.session';
/** The person shown before the session is confirmed, so that the frame is there at the first paint. */
const LAST_USER = 'relance.user';
const REFRESH_AHEAD_MS = 60_000;

const listeners = new Set<() => void>();
let session: Session = localStorage.getItem(HINT)
  ? { state: 'unknown', user: null }
  : { state: 'signed-out', user: null };
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('relance.session');
otherTabs?.addEventListener('message', ({ data }: MessageEvent<'signed-out' | 'signed-in'>) => {
  if (data === 'signed-out') become({ state: 'signed-out', user: null });
  else if (session.state === 'signed-out') void refresh().catch(() => undefined);
});

// What was searched for, and where the reader was.
onOtherPerson(() => sessionStorage.clear());

function become(next: Session): void {
  if (next.state !== 'unknown') tabIsShownTo(next.user?.id ?? null);
  session = next;
  if (next.state === 'signed-in') {
    localStorage.setItem(HINT, '1');
    localStorage.setItem(LAST_USER, JSON.stringify(next.user));
  } else if (next.state === 'signed-out') {
    localStorage.removeItem(HINT);
    localStorage.removeItem(LAST_USER);
  }
  for (const listener of listeners) listener();
}

function accept({ accessToken, expiresAt, user }: SignedIn): void {
  // An instant of the server's clock, and compared with that: this machine's may be wrong.
  become({ state: 'signed-in', user, accessToken, expiresAtMs: Date.parse(expiresAt) });
}

async function post(path: string, body?: unknown): Promise<Response> {
  const asked = Date.now();
  try {
    const response = await fetch(`/api/v1/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    learnServerTime(response, asked);
    return response;
  } catch {
    throw networkProblem();
  }
}

/** @throws ApiProblem INVALID_CREDENTIALS, RATE_LIMITED, … */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await post('login', { email, password });
  if (!response.ok) throw await problemOf(response);
  accept((await response.json()) as SignedIn);
  otherTabs?.postMessage('signed-in');
}

export async function signOut(everywhere = false): Promise<void> {
  if (everywhere && session.state === 'signed-in') {
    const response = await fetch('/api/v1/auth/logout-everywhere', {
      method: 'POST',
      headers: { authorization: `Bearer ${session.accessToken}`, 'idempotency-key': crypto.randomUUID() },
    });
    if (!response.ok && response.status !== 401) throw await problemOf(response);
  }
  await post('logout');
  become({ state: 'signed-out', user: null });
  otherTabs?.postMessage('signed-out');
}

let refreshing: Promise<string> | undefined;

/**
 * A new access token by the refresh cookie; one request at a time, in this tab and in all others (Web Locks).
 * @throws ApiProblem 401 when the session is over, NETWORK when nothing answers (the session is kept then)
 */
export function refresh(): Promise<string> {
  refreshing ??= withLock(async () => {
    const response = await post('refresh');
    if (response.ok) {
      const answer = (await response.json()) as SignedIn;
      accept(answer);
      return answer.accessToken;
    }
    const problem = await problemOf(response);
    if (problem.status === 401) become({ state: 'signed-out', user: null });
    throw problem;
  }).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

function withLock<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? (navigator.locks.request('relance.refresh', work) as Promise<T>) : work();
}

/** A token good for another while; refreshed when it is not. @throws ApiProblem when nobody is signed in */
export async function accessToken(): Promise<string> {
  if (session.state === 'signed-in' && session.expiresAtMs - serverNow() > REFRESH_AHEAD_MS)
    return session.accessToken;
  if (session.state === 'signed-out') throw new ApiProblem({ status: 401, code: 'UNAUTHENTICATED' });
  try {
    return await refresh();
  } catch (error) {
    // Not refreshed because nothing answers: the token may still be good for its last minute.
    if (session.state === 'signed-in' && session.expiresAtMs > serverNow()) return session.accessToken;
    throw error;
  }
}

/** A refusal said that the token is good no more (rights changed, signed out elsewhere): get another one. */
export function tokenRefused(token: string): Promise<string> {
  if (session.state === 'signed-in' && session.accessToken !== token)
    return Promise.resolve(session.accessToken);
  return refresh();
}

export function currentSession(): Session {
  return session;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, currentSession);
}

/** The person signed in; only below a signed-in route. */
export function useUser(): SessionUser {
  const { user } = useSession();
  const remembered = user ?? rememberedUser();
  if (!remembered) throw new Error('Nobody is signed in.');
  return remembered;
}

/** Whether the person may do this; what is not permitted is not shown (S2.12). */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useUser();
  return (permission) => permissions.includes(permission);
}

let remembered: { text: string | null; user: SessionUser | null } = { text: null, user: null };

/** Who was signed in here when the page was left; their name and menu, nothing else. */
export function rememberedUser(): SessionUser | null {
  const text = localStorage.getItem(LAST_USER);
  if (text !== remembered.text) {
    try {
      remembered = { text, user: text ? (JSON.parse(text) as SessionUser) : null };
    } catch {
      remembered = { text, user: null };
    }
  }
  return remembered.user;
}
