import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { OpeningCalendar } from '@relance/lead-clock';
import { createTransport, type Transporter } from 'nodemailer';
import { LeadsConfig } from '../config';
import { Turnstile } from '../lead-export/turnstile';
import type { Lead } from '../lead-page/lead-view';
import type { Member } from '../organisation-projection/member-directory';
import { MailNotTakenError } from './mail-not-taken';
import { reminderMail } from './reminder-mail';

const MAX_CONNECTIONS = 4;
const CONNECTION_TIMEOUT_MS = 2_000;
const GREETING_TIMEOUT_MS = 2_000;
/**
 * S1.4: what begins to leave so late could arrive after the overdue instant. A connection may have to be made first,
 * and then the message takes its time.
 */
const LAST_CALL_MS = CONNECTION_TIMEOUT_MS + GREETING_TIMEOUT_MS + 500;

export type ReminderToSend = {
  lead: Lead;
  recipient: Member;
  number: number;
  /** The workflow's time: what « il reste » counts from. */
  atMs: number;
  timeZone: string;
  calendar: OpeningCalendar;
};

/** What became of a message: SMTP took it, its turn came too close to the overdue instant, or it is owed no more. */
export type Handed = 'TAKEN' | 'TOO_LATE' | 'NOT_OWED';

/** Probes come every few seconds: the server is not signed in to for each of them. */
const GREETED_FOR_MS = 15_000;

/** Hands reminders to SMTP, as many at once as there are connections. */
@Injectable()
export class ReminderMailer implements OnApplicationShutdown {
  readonly #transport: Transporter;
  /** What waits, waits here and not in the transport: the last look at the clock comes after it. */
  readonly #connections = new Turnstile(MAX_CONNECTIONS);
  #greetedAt = -Infinity;

  constructor(private readonly config: LeadsConfig) {
    this.#transport = createTransport({
      url: config.env.SMTP_URL,
      pool: true,
      maxConnections: MAX_CONNECTIONS,
      maxMessages: 1_000,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      greetingTimeout: GREETING_TIMEOUT_MS,
      socketTimeout: 10_000,
    } as Parameters<typeof createTransport>[0]);
  }

  /**
   * Resolves once the server has taken the message, or with nothing handed over. This machine's clock can only forbid,
   * never allow.
   * @param isStillOwed asked when its turn has come, however long that took
   * @throws MailNotTakenError; whatever `isStillOwed` throws
   */
  send(
    reminder: ReminderToSend,
    overdueAtMs: number,
    isStillOwed: () => Promise<boolean> | boolean,
  ): Promise<Handed> {
    return this.#connections.run(async () => {
      if (!(await isStillOwed())) return 'NOT_OWED';
      if (Date.now() + LAST_CALL_MS >= overdueAtMs) return 'TOO_LATE';
      await this.#hand(reminder).catch((error: unknown) => {
        throw new MailNotTakenError(error);
      });
      return 'TAKEN';
    });
  }

  async #hand(reminder: ReminderToSend): Promise<void> {
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
