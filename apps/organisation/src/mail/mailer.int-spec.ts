import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { codeOfMailError, Mailer } from './mailer';

let mails: string[];
let refuses: boolean;
let server: SMTPServer;
let mailer: Mailer;

beforeEach(async () => {
  mails = [];
  refuses = false;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: (_address, _session, done) => {
      const refused = Object.assign(new Error('try later'), { responseCode: 451 });
      done(refuses ? refused : undefined);
    },
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => mails.push(mail) && done(), done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mailer = new Mailer(
    `smtp://127.0.0.1:${port}`,
    'Relance <relance@relance.example>',
    'https://relance.example',
  );
});
afterEach(async () => {
  mailer.onApplicationShutdown();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const to = { name: 'Zoé', address: 'zoe@relance.example' };
const mail = { to, subject: 'Accès', text: 'Bonjour', html: '<p>Bonjour</p>' };

describe('the mailer', () => {
  it('hands an e-mail to SMTP from whom it is told, with a Message-ID that is the same each time', async () => {
    await mailer.send(mail, 'id-1');
    await mailer.send(mail, 'id-1');
    expect(mails).toHaveLength(2);
    for (const sent of mails) {
      expect(sent).toMatch(/^From: Relance <relance@relance\.example>/m);
      expect(sent).toMatch(/^Auto-Submitted: auto-generated/m);
      expect(sent).toMatch(/^Message-ID: <id-1@relance\.example>/m);
    }
  });

  it('says by a code why an e-mail did not leave', async () => {
    refuses = true;
    const failed = await mailer.send(mail, 'id-1').catch((error: unknown) => error);
    expect(codeOfMailError(failed)).toBe('451');
    expect(mails).toEqual([]);
  });
});
