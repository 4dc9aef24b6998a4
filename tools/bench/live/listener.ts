import { connect, type Socket } from 'node:net';

const happened = /"leadId":"([^"]+)","pointOfSaleId":"[^"]+","event":"lead\.assigned"/g;

/**
 * A browser that listens for what happens to leads, as one socket: 500 of them share two cores with what they measure, so that each
 * does no more than look for the ids of leads that were assigned.
 */
export class Listener {
  readonly #socket: Socket;
  #rest = '';
  #fail: ((error: Error) => void) | undefined;
  /** Told of each lead that was assigned, when its message came. */
  onAssigned: (leadId: string, at: number) => void = () => undefined;
  /** Messages about leads. */
  messages = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => this.#fail?.(new Error(`The stream ended: ${this.#rest.slice(0, 200)}`)));
  }

  /** Resolves when the gateway has said that it is ready. @param failed told when the stream ends, or leaves something out */
  static open(url: string, authorization: string, failed: (error: Error) => void): Promise<Listener> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const listener = new Listener(connect({ host: hostname, port: Number(port) }));
      listener.#fail = (error) => {
        reject(error);
        failed(error);
      };
      const socket = listener.#socket;
      socket.on('data', (text: string) => {
        if (listener.#take(text)) resolve(listener);
      });
      const head = [`GET /api/v1/events HTTP/1.1`, `host: ${host}`, `authorization: ${authorization}`];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
    });
  }

  close(): void {
    this.#fail = undefined;
    this.#socket.destroy();
  }

  /** Tells whether the stream said that it is ready. */
  #take(text: string): boolean {
    const at = performance.now();
    const all = this.#rest + text;
    const end = all.lastIndexOf('\n\n') + 1;
    const whole = all.slice(0, end);
    this.#rest = all.slice(end);
    if (whole.includes('event: resync'))
      this.#fail?.(new Error('Listeners were told to read everything again.'));
    if (whole.includes('event: lead')) this.messages += 1;
    for (const [, leadId] of whole.matchAll(happened)) this.onAssigned(leadId!, at);
    return whole.includes('event: ready');
  }
}
