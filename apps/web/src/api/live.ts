import { ApiProblem } from './problem';
import { accessToken, currentSession, refresh, tokenRefused } from './session';

/** What happened to a lead; ids only, the lead itself is read as usual. */
export type LeadChange = { leadId: string; pointOfSaleId: string | null; event: string; at: string };

/** `resync`: some changes may have been missed, what is shown is read again. */
export type LiveMessage = { kind: 'changes'; changes: LeadChange[] } | { kind: 'resync' };

export type LiveState = 'connecting' | 'live' | 'waiting';

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 15_000;
/** A large import can ask for one five times a second, of every browser: one in so long, and not all at once. */
const RESYNC_MS = 1_000;
/** The gateway says something every 15 s: after this long without a word the connection is dead. */
const SILENCE_MS = 40_000;

const subscribers = new Set<(message: LiveMessage) => void>();
const stateListeners = new Set<() => void>();
let state: LiveState = 'waiting';
let running: AbortController | undefined;

function setState(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const listener of stateListeners) listener();
}

export const liveState = {
  get: (): LiveState => state,
  subscribe: (listener: () => void): (() => void) => {
    stateListeners.add(listener);
    return () => stateListeners.delete(listener);
  },
};

/** Tells what other people and the clock do to leads; one connection for the page, kept up by itself. */
export function onLiveMessage(subscriber: (message: LiveMessage) => void): () => void {
  subscribers.add(subscriber);
  if (!running) {
    running = new AbortController();
    void keepListening(running.signal);
  }
  return () => {
    subscribers.delete(subscriber);
    if (subscribers.size > 0) return;
    running?.abort();
    running = undefined;
    setState('waiting');
  };
}

function tell(message: LiveMessage): void {
  for (const subscriber of subscribers) subscriber(message);
}

let resyncTimer: ReturnType<typeof setTimeout> | undefined;

function resync(): void {
  resyncTimer ??= setTimeout(
    () => {
      resyncTimer = undefined;
      tell({ kind: 'resync' });
    },
    RESYNC_MS * (0.3 + Math.random() * 0.7),
  );
}

async function keepListening(signal: AbortSignal): Promise<void> {
  let delay = FIRST_DELAY_MS;
  while (!signal.aborted) {
    if (currentSession().state === 'signed-out') return;
    setState('connecting');
    try {
      await listen(signal, () => {
        delay = FIRST_DELAY_MS;
        setState('live');
        // What was read before the first word of the stream may be older than it.
        resync();
      });
      // Ended by the server, as it does when rights have changed: they are asked for again, and shown.
      if (!signal.aborted) await refresh();
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 401 || error.status === 403)) return;
      delay = Math.min(delay * 2, MAX_DELAY_MS);
    }
    if (signal.aborted) return;
    setState('waiting');
    await pause(delay * (0.5 + Math.random()), signal);
  }
}

/** One connection, until it ends. */
async function listen(signal: AbortSignal, opened: () => void): Promise<void> {
  const connection = new AbortController();
  const stop = (): void => connection.abort();
  signal.addEventListener('abort', stop, { once: true });
  let silence = setTimeout(stop, SILENCE_MS);
  try {
    const response = await open(connection.signal);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    opened();
    let buffered = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
      const parts = (buffered + value).split('\n\n');
      buffered = parts.pop() ?? '';
      for (const part of parts) understand(part);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    connection.abort();
  }
}

async function open(signal: AbortSignal): Promise<Response> {
  const ask = (token: string): Promise<Response> =>
    fetch('/api/v1/events', {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      cache: 'no-store',
      signal,
    });
  const token = await accessToken();
  let response = await ask(token);
  if (response.status === 401) response = await ask(await tokenRefused(token));
  if (!response.ok) throw new ApiProblem({ status: response.status, code: 'LIVE' });
  return response;
}

/** One message of the stream; comments (heartbeats) and unknown kinds are nothing. */
function understand(text: string): void {
  let event = 'message';
  let data = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data += line.slice(5).trim();
  }
  if (event === 'resync') resync();
  if (event !== 'lead' || data === '') return;
  const change = JSON.parse(data) as LeadChange | LeadChange[];
  tell({ kind: 'changes', changes: Array.isArray(change) ? change : [change] });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(done, ms);
    function done(): void {
      clearTimeout(end);
      signal.removeEventListener('abort', done);
      window.removeEventListener('online', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    window.addEventListener('online', done);
  });
}
