import { ApiProblem } from './problem';
import { accessToken, tokenRefused } from './session';

/** The gateway says something every 15 s: after this long without a word the connection is dead. */
const SILENCE_MS = 40_000;

/** One message of the stream: its name, and its data as text. */
export type StreamMessage = { event: string; data: string };

/**
 * One connection to the direct, until it ends; `opened` once it stands.
 * @throws ApiProblem when it is refused, TypeError and AbortError when nothing answers
 */
export async function readLiveStream(
  signal: AbortSignal,
  opened: () => void,
  onMessage: (message: StreamMessage) => void,
): Promise<void> {
  const connection = new AbortController();
  const stop = (): void => connection.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
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
      for (const part of parts) onMessage(streamMessage(part));
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

/** What a block of the stream says; comments (heartbeats) say nothing. */
function streamMessage(text: string): StreamMessage {
  let event = 'message';
  let data = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data += line.slice(5).trim();
  }
  return { event, data };
}
