import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { GATEWAY, startOrganisation, type OrganisationUnderTest } from '../testing/organisation-under-test';

/** What SMTP took, as it came. */
let mails: string[];
let smtp: SMTPServer | undefined;
let organisation: OrganisationUnderTest;

beforeEach(() => {
  mails = [];
});
afterEach(async () => {
  await organisation?.close();
  await stopSmtp();
});

async function startSmtp(port = 0): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => mails.push(mail) && done(), done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  smtp = server;
  return (server.server.address() as AddressInfo).port;
}
async function stopSmtp(): Promise<void> {
  await new Promise<void>((resolve) => (smtp ? smtp.close(() => resolve()) : resolve()));
  smtp = undefined;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not happen in ten seconds.');
}
const written = () =>
  organisation.database.admin.query<{ email: string | null; tries: number; opened: boolean }[]>(
    `SELECT email, tries, opened FROM organisation.password_mail`,
  );
const allSent = () => until(async () => (await written()).length === 0);
/** What a mail says, once quoted-printable is undone as far as links need it. */
const tokenIn = (mail: string) => /mot-de-passe\/([\w-]{43})/.exec(mail.replace(/=\r?\n/g, ''))![1]!;

let people = 0;
async function hire(values: object = {}) {
  const email = `mails.${++people}.${randomUUID().slice(0, 8)}@relance.example`;
  const body = { name: 'Zoé', email, role: 'SALESPERSON', ...values };
  return (await organisation.call('POST /users', { body })).body as { id: string; email: string };
}
const ask = (email: string) =>
  organisation.call('POST /auth/password-reset', { as: GATEWAY, body: { email } });
const confirm = (token: string) =>
  organisation.call('POST /auth/password-reset/confirm', {
    as: GATEWAY,
    body: { token, password: 'une autre phrase assez longue' },
  });

describe('an e-mail with a link to choose a password', () => {
  it('leaves once although the process ends between the answer and the sending', async () => {
    organisation = await startOrganisation();
    const invited = await hire();
    const known = await hire({ password: 'une phrase assez longue' });
    expect((await ask(known.email)).status).toBe(202);
    await until(async () => (await written()).every(({ opened }) => opened));
    await organisation.stop();
    const links = await organisation.database.admin.query<{ token_hash: string }[]>(
      `SELECT token_hash FROM organisation.password_link`,
    );
    const port = await startSmtp();
    organisation = await startOrganisation(`smtp://127.0.0.1:${port}`, organisation.database);
    await allSent();
    expect(mails.map((mail) => /^To: .*<(.*)>/m.exec(mail)![1]).sort()).toEqual(
      [invited.email, known.email].sort(),
    );
    // The process that began has opened the links that the other one sent.
    const hashes = mails.map((mail) => createHash('sha256').update(tokenIn(mail)).digest('hex'));
    expect(hashes.sort()).toEqual(links.map((link) => link.token_hash).sort());
    for (const mail of mails) expect((await confirm(tokenIn(mail))).status).toBe(204);
  });

  it('leaves once when SMTP was away and is back', async () => {
    const port = await startSmtp();
    await stopSmtp();
    organisation = await startOrganisation(`smtp://127.0.0.1:${port}`);
    const { email } = await hire({ password: 'une phrase assez longue' });
    await ask(email);
    await until(async () => (await written())[0]!.tries >= 2);
    expect(mails).toEqual([]);
    await startSmtp(port);
    await allSent();
    expect(mails).toHaveLength(1);
    expect((await confirm(tokenIn(mails[0]!))).status).toBe(204);
  });

  it('leaves once when two processes look for it', async () => {
    const port = await startSmtp();
    organisation = await startOrganisation(`smtp://127.0.0.1:${port}`);
    const other = await startOrganisation(`smtp://127.0.0.1:${port}`, organisation.database);
    await Promise.all(Array.from({ length: 12 }, () => hire()));
    await allSent();
    await other.stop();
    expect(mails).toHaveLength(12);
  });

  it('does not leave for an address that nobody has, of which nothing is kept', async () => {
    const port = await startSmtp();
    organisation = await startOrganisation(`smtp://127.0.0.1:${port}`);
    expect((await ask('Nobody@relance.example')).status).toBe(202);
    await allSent();
    expect(mails).toEqual([]);
  });

  it('does not leave once its link is closed, nor when it has expired', async () => {
    organisation = await startOrganisation();
    const closed = await hire({ password: 'une phrase assez longue' });
    await ask(closed.email);
    await hire();
    await until(async () => (await written()).every(({ opened }) => opened));
    const change = { body: { active: false }, headers: { 'if-match': '"1"' } };
    expect((await organisation.call(`PATCH /users/${closed.id}`, change)).status).toBe(200);
    await organisation.database.admin.query(
      `UPDATE organisation.password_mail SET expires_at = now() WHERE purpose = 'INVITATION'`,
    );
    await organisation.stop();
    const port = await startSmtp();
    organisation = await startOrganisation(`smtp://127.0.0.1:${port}`, organisation.database);
    await allSent();
    expect(mails).toEqual([]);
  });
});
