/** One caught mail, as far as specs look at it. */
export type CaughtMail = {
  to: { address: string; name: string }[];
  from: { address: string }[];
  subject: string;
  text: string;
  html: string;
};

/** Where the mail catcher of the run takes mails. */
export function catcherSmtpUrl(): string {
  return variable('TEST_SMTP_URL');
}

/** The mails to this address, once there are so many; oldest first. */
export async function mailsTo(address: string, count = 1): Promise<CaughtMail[]> {
  for (let i = 0; i < 200; i++) {
    const answer = await fetch(variable('TEST_MAIL_API_URL'));
    const mails = ((await answer.json()) as CaughtMail[]).filter(({ to }) => to[0]?.address === address);
    if (mails.length >= count) return mails;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Fewer than ${count} mails came to ${address}.`);
}

/** The token of the link in a mail. */
export function tokenIn({ text }: CaughtMail): string {
  const token = /\/mot-de-passe\/([\w-]+)$/m.exec(text)?.[1];
  if (token === undefined) throw new Error('There is no link in the mail.');
  return token;
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: the mail catcher for tests.`);
  return value;
}
