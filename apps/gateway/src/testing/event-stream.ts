import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { LiveLead } from '../live/live-message';

export type Message = { event: string; data: unknown };

/** A browser that listens: everything it was told, in order. */
export class EventStream {
  readonly messages: Message[] = [];
  comments = 0;
  ended = false;
  #rest = '';
  #wake: (() => void)[] = [];

  private constructor(
    private readonly sent: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.#take(text));
    const end = (): void => {
      this.ended = true;
      this.#tell();
    };
    response.on('end', end).on('close', end).on('error', end);
    sent.on('error', end);
  }

  /** Resolves with the answer, whatever its status. */
  static open(url: string, headers: Record<string, string>): Promise<EventStream> {
    return new Promise((resolve, reject) => {
      const sent = request(`${url}/api/v1/events`, { headers, agent: false });
      sent.once('response', (response) => resolve(new EventStream(sent, response)));
      sent.once('error', reject).end();
    });
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  /** All changes of leads it was told. */
  get leads(): LiveLead[] {
    return this.messages.filter(({ event }) => event === 'lead').flatMap(({ data }) => data as LiveLead[]);
  }

  count(event: string): number {
    return this.messages.filter((message) => message.event === event).length;
  }

  /** @throws an Error when it has not come true in time */
  async until(isTrue: (stream: this) => boolean, withinMs = 3_000): Promise<this> {
    const deadline = Date.now() + withinMs;
    while (!isTrue(this)) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`Told only: ${JSON.stringify(this.messages)} (ended: ${this.ended})`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake.push(() => (clearTimeout(timer), resolve()));
      });
    }
    return this;
  }

  close(): void {
    this.sent.destroy();
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\n\n');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#understand(part);
    this.#tell();
  }

  #understand(part: string): void {
    if (part.startsWith(':')) {
      this.comments += 1;
      return;
    }
    const fields = Object.fromEntries(part.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
    this.messages.push({ event: String(fields['event']), data: JSON.parse(String(fields['data'])) });
  }

  #tell(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
