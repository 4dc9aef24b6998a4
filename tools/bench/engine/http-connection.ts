import { connect, type Socket } from 'node:net';

/** What came back: the status, and the body as it was sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

type Waiting = { resolve(answer: HttpAnswer): void; reject(error: Error): void };

const endOfHead = Buffer.from('\r\n\r\n');
const endOfChunks = Buffer.from('\r\n0\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. It does what a bench needs and no more: on two cores each
 * microsecond that the load generator burns is one that the measured system lacks.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #bytes = 0;
  #head: Head | undefined;
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
    this.#received.push(chunk);
    this.#bytes += chunk.length;
    const head = (this.#head ??= headOf(this.#joined()));
    if (head === undefined || !this.#isComplete(head)) return;
    const answer = { status: head.status, body: this.#joined().subarray(head.bytes) };
    this.#received = [];
    this.#bytes = 0;
    this.#head = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }

  #isComplete({ bytes, bodyBytes }: Head): boolean {
    if (bodyBytes !== 'chunked') return this.#bytes >= bytes + bodyBytes;
    const all = this.#joined();
    const last = all.subarray(-endOfChunks.length);
    return last.equals(endOfChunks) || all.subarray(bytes).equals(endOfChunks.subarray(2));
  }

  /** All that was received of an answer, copied only when it came in several pieces. */
  #joined(): Buffer {
    if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received, this.#bytes)];
    return this.#received[0]!;
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}

/** What the head of an answer says: how long it is itself, and how long the body will be. */
type Head = { status: number; bytes: number; bodyBytes: number | 'chunked' };

/** Read once for each answer. A body in chunks is returned with their sizes between. */
function headOf(received: Buffer): Head | undefined {
  const end = received.indexOf(endOfHead);
  if (end === -1) return undefined;
  const head = received.toString('latin1', 0, end);
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  const chunked = length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head);
  return {
    status: Number(head.slice(9, 12)),
    bytes: end + endOfHead.length,
    bodyBytes: chunked ? 'chunked' : Number(length ?? 0),
  };
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
