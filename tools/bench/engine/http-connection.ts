import { connect, type Socket } from 'node:net';

/** What came back: the status, and the body as it was sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

type Waiting = { resolve(answer: HttpAnswer): void; reject(error: Error): void };

const endOfHead = Buffer.from('\r\n\r\n');
const endOfChunks = Buffer.from('\r\n0\r\n\r\n');
const nothing = Buffer.alloc(0);

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. It does what a bench needs and no more: on two cores each
 * microsecond that the load generator burns is one that the measured system lacks.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = nothing;
  #waiting: Waiting | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The server closed the connection.')));
  }

  static open(url: string): Promise<HttpConnection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpConnection(socket));
      });
    });
  }

  /** @param request the whole request, head and body */
  send(request: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const answer = answerIn(this.#received);
    if (answer === undefined) return;
    this.#received = nothing;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

/** The answer, once all of it is there. A body in chunks is returned with their sizes between. */
function answerIn(received: Buffer): HttpAnswer | undefined {
  const end = received.indexOf(endOfHead);
  if (end === -1) return undefined;
  const head = received.toString('latin1', 0, end);
  const body = received.subarray(end + endOfHead.length);
  const status = Number(head.slice(9, 12));
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length !== undefined) return body.length >= Number(length) ? { status, body } : undefined;
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, body };
  const last = received.subarray(-endOfChunks.length);
  return last.equals(endOfChunks) || body.equals(endOfChunks.subarray(2)) ? { status, body } : undefined;
}

/** The text of a request for {@link HttpConnection.send}. */
export function requestText(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): string {
  const { pathname, search, host } = new URL(url);
  const lines = [`${method} ${pathname}${search} HTTP/1.1`, `host: ${host}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined)
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}
