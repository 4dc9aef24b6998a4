import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type CaughtMail = { to: string; messageId: string; raw: string };

/** A real SMTP server of the test's own, which can be told to refuse and to be slow. */
export class Mailbox {
  readonly mails: CaughtMail[] = [];
  refusing = false;
  /** Code by address: what a server answers of it, quoting the address as servers do. */
  readonly refused = new Map<string, number>();
  /** Called for each message before it is taken. */
  onMessage: () => Promise<void> = async () => undefined;
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onMailFrom: (_address, _session, done) =>
        done(this.refusing ? Object.assign(new Error('try later'), { responseCode: 451 }) : undefined),
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = this.refused.get(address);
        const refusal = Object.assign(new Error(`5.1.1 <${address}>: no such mailbox`), { responseCode });
        done(responseCode ? refusal : undefined);
      },
      onData: (stream, session, done) => {
        void text(stream)
          .then(async (raw) => {
            await this.onMessage();
            const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
            this.mails.push({ to: session.envelope.rcptTo[0]!.address, messageId, raw });
          })
          .then(() => done(), done);
      },
    });
    this.#server.on('error', () => undefined);
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** A port nobody listens at. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
