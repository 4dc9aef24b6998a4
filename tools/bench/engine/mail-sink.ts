import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** One reminder that reached one recipient. */
export interface ReminderArrived {
  readonly leadId: string;
  readonly number: number;
  readonly recipient: string;
  /** When its last byte was there, in ms since 1970. */
  readonly at: number;
}

/** A mail server that keeps of each mail what tells reminders apart, and the instant. */
export class MailSink {
  readonly arrived: ReminderArrived[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      ...{
        disabledCommands: ['AUTH', 'STARTTLS'],
        authOptional: true,
        disableReverseLookup: true,
        logger: false,
      },
      onData: (stream, session, callback) => this.#take(stream, session, callback),
    });
    // A client that was killed leaves its connection: nothing of ours failed.
    this.#server.on('error', () => undefined);
  }

  static open(): Promise<MailSink> {
    const sink = new MailSink();
    return new Promise((resolve, reject) => {
      sink.#server.once('error', reject);
      sink.#server.listen(0, '127.0.0.1', () => resolve(sink));
    });
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** Runs a function with a sink of its own. */
  static async with<T>(use: (sink: MailSink) => Promise<T>): Promise<T> {
    const sink = await MailSink.open();
    try {
      return await use(sink);
    } finally {
      await new Promise<void>((resolve) => sink.#server.close(() => resolve()));
    }
  }

  #take(stream: SMTPServerDataStream, session: SMTPServerSession, callback: () => void): void {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4096) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      const at = Date.now();
      const leadId = /^x-relance-lead: *(\S+)/im.exec(head)?.[1];
      const number = Number(/^x-relance-reminder: *(\d+)/im.exec(head)?.[1]);
      for (const { address } of session.envelope.rcptTo) {
        if (leadId) this.arrived.push({ leadId, number, recipient: address, at });
      }
      callback();
    });
  }
}
