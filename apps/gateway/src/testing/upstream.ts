import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, complete. */
type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };

/** A service behind the gateway that remembers what it was sent, and can be away. */
export class Upstream {
  readonly seen: Seen[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor(private readonly answer: (seen: Seen, response: ServerResponse) => void) {}

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens, on the same port as before. */
  async start(): Promise<void> {
    const server = createServer((message, response) => this.#take(message, response));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
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
