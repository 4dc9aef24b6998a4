import { SMTPServer } from 'smtp-server';
import { eventually } from '../system/eventually';
import { freePort } from '../system/ports';

/** A reminder that this server took. Instants in ms. */
export type Delivery = {
  leadId: string;
  number: number;
  to: string;
  messageId: string;
  /** When the message began to arrive, and when the server said yes. */
  beganAt: number;
  takenAt: number;
};

/** A real SMTP server that remembers reminders, and refuses all mail for as long as it is told to. */
export class SmtpSink {
  readonly deliveries: Delivery[] = [];
  refusals = 0;
  refusing = false;
  readonly #server: SMTPServer;

  private constructor(readonly port: number) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, callback) => {
        if (!this.refusing) return callback();
        this.refusals += 1;
        callback(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      },
      onData: (stream, session, callback) => {
        const beganAt = Date.now();
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const header = (name: string) =>
            new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? '';
          for (const { address } of session.envelope.rcptTo) {
            this.deliveries.push({
              leadId: header('X-Relance-Lead'),
              number: Number(header('X-Relance-Reminder')),
              to: address,
              messageId: header('Message-ID'),
              beganAt,
              takenAt: Date.now(),
            });
          }
          callback();
        });
      },
    });
    // A client that is killed in the middle of a sentence is no fault of the server.
    this.#server.on('error', () => undefined);
  }

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink(await freePort());
    await new Promise<void>((resolve) => sink.#server.listen(sink.port, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Waits until mail was refused at least so often from now on. */
  async refused(times: number): Promise<void> {
    const wanted = this.refusals + times;
    await eventually(() => {
      if (this.refusals < wanted) throw new Error(`Only ${this.refusals} of ${wanted} mails were refused.`);
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
