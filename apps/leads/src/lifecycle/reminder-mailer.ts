import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { OpeningCalendar } from '@relance/lead-clock';
import { createTransport, type Transporter } from 'nodemailer';
import { LeadsConfig } from '../config';
import type { Lead } from '../lead-page/lead-view';
import type { Member } from '../organisation-projection/member-directory';
import { reminderMail } from './reminder-mail';

export type ReminderToSend = {
  lead: Lead;
  recipient: Member;
  number: number;
  /** The workflow's time: what « il reste » counts from. */
  atMs: number;
  timeZone: string;
  calendar: OpeningCalendar;
};

/** Probes come every few seconds: the server is not signed in to for each of them. */
const GREETED_FOR_MS = 15_000;

/** Hands reminders to SMTP. Resolves once the server has taken the message; rejects when it did not. */
@Injectable()
export class ReminderMailer implements OnApplicationShutdown {
  readonly #transport: Transporter;
  #greetedAt = -Infinity;

  constructor(private readonly config: LeadsConfig) {
    this.#transport = createTransport({
      url: config.env.SMTP_URL,
      pool: true,
      maxConnections: 4,
      maxMessages: 1_000,
      connectionTimeout: 3_000,
      greetingTimeout: 3_000,
      socketTimeout: 10_000,
    } as Parameters<typeof createTransport>[0]);
  }

  async send(reminder: ReminderToSend): Promise<void> {
    const { lead, recipient, number } = reminder;
    const domain = new URL(this.config.publicUrl).hostname;
    await this.#transport.sendMail({
      from: this.config.env.MAIL_FROM,
      to: { name: recipient.name, address: recipient.email },
      ...reminderMail({ ...reminder, leadUrl: `${this.config.publicUrl}/leads/${lead.id}` }),
      // The same for each try of this reminder to this person: servers that fold doubles fold these.
      messageId: `<reminder-${lead.id}-${number}-${recipient.id}@${domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Relance-Lead': lead.id,
        'X-Relance-Reminder': String(number),
      },
    });
  }

  /** Resolves when the server answers and knows us, as it did a moment ago; rejects when it does not. */
  async greet(): Promise<void> {
    if (performance.now() - this.#greetedAt < GREETED_FOR_MS) return;
    await this.#transport.verify();
    this.#greetedAt = performance.now();
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }
}
