import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

/** What leaves by e-mail. */
export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/** Hands e-mails to SMTP. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  readonly #transport: Transporter;
  readonly #host: string;

  /**
   * @param from the sender, such as `Relance <relance@relance.example>`
   * @param publicUrl names those who send: it is the right half of every Message-ID
   */
  constructor(
    smtpUrl: string,
    private readonly from: string,
    publicUrl: string,
  ) {
    this.#host = new URL(publicUrl).hostname;
    this.#transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 5,
      connectionTimeout: 3_000,
      greetingTimeout: 3_000,
      socketTimeout: 10_000,
    } as Parameters<typeof createTransport>[0]);
  }

  /**
   * Resolves once SMTP has taken the e-mail; it is tried once.
   * @param id the same whenever the same e-mail is sent again: a mail server can see that it has it
   */
  async send(mail: Mail, id: string): Promise<void> {
    await this.#transport.sendMail({
      from: this.from,
      ...mail,
      messageId: `<${id}@${this.#host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }
}

/** What may be logged of an error of SMTP: its message can hold the address, its code does not. */
export function codeOfMailError(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return String(responseCode ?? code ?? 'unknown');
}
