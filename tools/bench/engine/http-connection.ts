import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back: the status, and the body as it was sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

type Waiting = { resolve(answer: HttpAnswer): void; reject(error: Error): void };

const endOfHead = Buffer.from('\r\n\r\n');
const endOfChunks = Buffer.from('\r\n0\r\n\r\n');

const readBytes = 256 * 1024;

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. It does what a bench needs and no more: on two cores each
 * microsecond that the load generator burns is one that the measured system lacks. All answers are read into the same
 * memory: with a buffer for each, half of what it burnt was collecting them.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #answer = Buffer.allocUnsafe(readBytes);
  #bytes = 0;
  #head: Head | undefined;
  #waiting: Waiting | undefined;

  private constructor(url: string) {
    const { hostname: host, port } = new URL(url);
    const onread = {
      buffer: Buffer.allocUnsafe(readBytes),
      callback: (length: number, read: Uint8Array): boolean => {
        this.#take(read.subarray(0, length));
        return true;
      },
    };
    this.#socket = connect({ host, port: Number(port), noDelay: true, onread });
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('The server closed the connection.')));
  }

  static async open(url: string): Promise<HttpConnection> {
    const connection = new HttpConnection(url);
    await once(connection.#socket, 'connect');
    return connection;
  }

  /** @param request the whole request, head and body. The answer's body is there until the next one is sent. */
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

  #take(read: Uint8Array): void {
    if (this.#bytes + read.length > this.#answer.length) {
      this.#answer = Buffer.concat([this.#answer], 2 * this.#answer.length);
    }
    this.#answer.set(read, this.#bytes);
    this.#bytes += read.length;
    const head = (this.#head ??= headOf(this.#answer.subarray(0, this.#bytes)));
    if (head === undefined || !this.#isComplete(head)) return;
    const answer = { status: head.status, body: this.#answer.subarray(head.bytes, this.#bytes) };
    this.#bytes = 0;
    this.#head = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }

  #isComplete({ bytes, bodyBytes }: Head): boolean {
    if (bodyBytes !== 'chunked') return this.#bytes >= bytes + bodyBytes;
    const body = this.#answer.subarray(bytes, this.#bytes);
    return body.subarray(-endOfChunks.length).equals(endOfChunks) || body.equals(endOfChunks.subarray(2));
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
