import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Mailer } from './mailer';

let mails: string[];
let refusals: number;
let server: SMTPServer;
let mailer: Mailer;

beforeEach(async () => {
  mails = [];
  refusals = 0;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: (_address, _session, done) => {
      const refused = Object.assign(new Error('try later'), { responseCode: 451 });
      done(refusals-- > 0 ? refused : undefined);
    },
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => mails.push(mail) && done(), done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mailer = new Mailer(`smtp://127.0.0.1:${port}`, 'Relance <relance@relance.example>', [10, 10]);
});
afterEach(async () => {
  await mailer.onApplicationShutdown();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const to = { name: 'Zoé', address: 'zoe@relance.example' };
const mail = { to, subject: 'Accès', text: 'Bonjour', html: '<p>Bonjour</p>' };
const until = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('the mailer', () => {
  it('sends behind the caller’s back, and tries again what is refused', async () => {
    refusals = 2;
    mailer.sendSoon(mail);
    expect(mails).toEqual([]);
    await until(() => mails.length > 0);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^From: Relance <relance@relance\.example>/m);
    expect(mails[0]).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  it('gives up after its tries', async () => {
    refusals = 3;
    mailer.sendSoon(mail);
    await until(() => refusals === 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(mails).toEqual([]);
  });

  it('sends what is under way before the process ends', async () => {
    mailer.sendSoon(mail);
    await mailer.onApplicationShutdown();
    expect(mails).toHaveLength(1);
  });
});
