import { readLiveStream, type StreamMessage } from './live-stream';
import { oneOfAllPages, untilSeen, whileSeen } from './one-stream';
import { ApiProblem } from './problem';
import { currentSession, refresh } from './session';

/** What happened to a lead; ids only, the lead itself is read as usual. */
export type LeadChange = { leadId: string; pointOfSaleId: string | null; event: string; at: string };

/**
 * `settings`: those of these points of sale were saved. `resync`: some changes may have been missed, what is shown is read
 * again.
 */
export type LiveMessage =
  | { kind: 'changes'; changes: LeadChange[] }
  | { kind: 'settings'; pointOfSaleIds: string[] }
  | { kind: 'resync' };

export type LiveState = 'connecting' | 'live' | 'waiting';

/** What the page that listens tells the others; `ended`: rights may have changed; `who`: asks how it stands. */
type Word = LiveMessage | { kind: 'state'; state: LiveState } | { kind: 'ended' } | { kind: 'who' };

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 15_000;
/** A large import can ask for one five times a second, of every browser: one in so long, and not all at once. */
const RESYNC_MS = 1_000;

const subscribers = new Set<(message: LiveMessage) => void>();
const stateListeners = new Set<() => void>();
const pages = 'locks' in navigator ? new BroadcastChannel('relance.live') : undefined;
let state: LiveState = 'waiting';
let running: AbortController | undefined;
let listening = false;

const tellOthers = (word: Word): void => pages?.postMessage(word);

function setState(next: LiveState): void {
  if (listening) tellOthers({ kind: 'state', state: next });
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

/** Tells what other people and the clock do to leads; one connection for the browser, kept up by itself. */
export function onLiveMessage(subscriber: (message: LiveMessage) => void): () => void {
  subscribers.add(subscriber);
  if (!running) {
    running = new AbortController();
    void takePart(running.signal);
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

/** Here and in the other pages. */
function pass(message: LiveMessage): void {
  tellOthers(message);
  if (message.kind === 'resync') resync();
  else tell(message);
}

pages?.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
  if (!running) return;
  if (word.kind === 'who') {
    if (listening) setState(state);
  } else if (listening) return;
  else if (word.kind === 'state') setState(word.state);
  else if (word.kind === 'ended') void refresh().catch(() => undefined);
  else if (word.kind === 'resync') resync();
  else tell(word);
});

/** Listens, or waits for the page that does to be gone; a page that nobody sees does neither. */
async function takePart(signal: AbortSignal): Promise<void> {
  for (let away = false; !signal.aborted; away = true) {
    await untilSeen(signal);
    if (signal.aborted) return;
    if (away) resync();
    tellOthers({ kind: 'who' });
    const seen = whileSeen(signal);
    await oneOfAllPages(seen, async () => {
      listening = true;
      try {
        await keepListening(seen);
      } finally {
        listening = false;
      }
    });
    if (currentSession().state === 'signed-out') return;
  }
}

/** Until the page is not seen any more, or nobody is signed in. */
async function keepListening(signal: AbortSignal): Promise<void> {
  let delay = FIRST_DELAY_MS;
  while (!signal.aborted) {
    if (currentSession().state === 'signed-out') return;
    setState('connecting');
    try {
      await readLiveStream(
        signal,
        () => {
          delay = FIRST_DELAY_MS;
          setState('live');
          // What was read before the first word of the stream may be older than it.
          pass({ kind: 'resync' });
        },
        understand,
      );
      // Ended by the server, as it does when rights have changed: they are asked for again, and shown.
      if (!signal.aborted) await askForRights();
    } catch (error) {
      delay = Math.min(delay * 2, MAX_DELAY_MS);
      // Refused: the rights may be others by now, and may come back.
      if (error instanceof ApiProblem && error.status === 403) await askForRights().catch(() => undefined);
    }
    if (signal.aborted) return;
    setState('waiting');
    await pause(delay * (0.5 + Math.random()), signal);
  }
}

async function askForRights(): Promise<void> {
  tellOthers({ kind: 'ended' });
  await refresh();
}

/** What the stream says; kinds that are not known are nothing. */
function understand({ event, data }: StreamMessage): void {
  if (event === 'resync') pass({ kind: 'resync' });
  if (data === '') return;
  if (event === 'lead') {
    const change = JSON.parse(data) as LeadChange | LeadChange[];
    pass({ kind: 'changes', changes: Array.isArray(change) ? change : [change] });
  } else if (event === 'settings') {
    const saved = JSON.parse(data) as { pointOfSaleId: string }[];
    pass({ kind: 'settings', pointOfSaleIds: saved.map(({ pointOfSaleId }) => pointOfSaleId) });
  }
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
