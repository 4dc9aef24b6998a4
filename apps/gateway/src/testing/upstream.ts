import type { IncomingMessage, ServerResponse } from 'node:http';
import { RestartableServer } from './restartable-server';

/** A request as it arrived, complete. */
type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };

/** A service behind the gateway that remembers what it was sent, and can be away. */
export class Upstream extends RestartableServer {
  readonly seen: Seen[] = [];

  /** @param isRefused what is answered with 413 before its body came */
  constructor(
    private readonly answer: (seen: Seen, response: ServerResponse) => void,
    isRefused: (url?: string) => boolean = () => false,
  ) {
    super((message, response) => {
      if (isRefused(message.url)) sendJson(response, 413, { code: 'TOO_LARGE' });
      else this.#take(message, response);
    });
  }

  #take(message: IncomingMessage, response: ServerResponse): void {
    let body = '';
    message.on('data', (chunk: Buffer) => (body += chunk.toString()));
    message.on('end', () => {
      const seen = { method: message.method, url: message.url, headers: message.headers, body };
      this.seen.push(seen);
      this.answer(seen, response);
    });
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
