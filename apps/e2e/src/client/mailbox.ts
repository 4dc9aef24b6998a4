/** One caught mail, as far as the specs look at it. */
export type Mail = {
  to: { address: string }[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
};

/** A reminder that arrived. */
export type ReminderMail = { leadId: string; number: number; to: string; mail: Mail };

/** The mail catcher of a running system, through maildev's API. */
export class Mailbox {
  constructor(private readonly mailUrl: string) {}

  async all(): Promise<Mail[]> {
    const answer = await fetch(`${this.mailUrl}/api/email`);
    if (!answer.ok) throw new Error(`The mail catcher answered ${answer.status}.`);
    return (await answer.json()) as Mail[];
  }

  /** The reminders of one lead, by number, then recipient. */
  async remindersOf(leadId: string): Promise<ReminderMail[]> {
    const mails = await this.all();
    return mails
      .filter(({ headers }) => headers['x-relance-lead'] === leadId)
      .map((mail) => ({
        leadId,
        number: Number(mail.headers['x-relance-reminder']),
        to: mail.to[0]!.address,
        mail,
      }))
      .sort((a, b) => a.number - b.number || a.to.localeCompare(b.to));
  }
}
