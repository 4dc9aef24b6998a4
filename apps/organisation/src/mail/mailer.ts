import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createLogger } from '@relance/service-runtime';
import { createTransport, type Transporter } from 'nodemailer';
import { setTimeout as delay } from 'node:timers/promises';

/** What leaves by e-mail. */
export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/** Pauses between the tries of one e-mail, in ms. */
const RETRY_AFTER_MS = [1_000, 5_000, 20_000, 60_000];
/** E-mails waiting at the same time; beyond, new ones are dropped: somebody floods us, or SMTP is away for long. */
const MAX_WAITING = 1_000;

const log = createLogger('mail');

/**
 * Sends e-mails behind the answer: nobody waits for SMTP, and a try that fails is repeated a few times. What is lost
 * with the process is a link that can be asked for again.
 */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  readonly #transport: Transporter;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  /** @param from the sender, such as `Relance <relance@relance.example>` */
  constructor(
    smtpUrl: string,
    private readonly from: string,
    private readonly retryAfterMs: readonly number[] = RETRY_AFTER_MS,
  ) {
    this.#transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 3_000,
      greetingTimeout: 3_000,
      socketTimeout: 10_000,
    } as Parameters<typeof createTransport>[0]);
  }

  /** Returns at once; a failure is logged, never thrown. */
  sendSoon(mail: Mail): void {
    if (this.#underWay.size >= MAX_WAITING) {
      log.warn('too many e-mails wait for SMTP; one is dropped');
      return;
    }
    const sending = this.#send(mail).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** What is being sent is sent; what waits for its next try is given up. */
  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay);
    this.#transport.close();
  }

  async #send(mail: Mail): Promise<void> {
    for (const pauseMs of [...this.retryAfterMs, null]) {
      try {
        await this.#transport.sendMail({
          from: this.from,
          ...mail,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return;
      } catch (error) {
        // The message of the error can hold the address; its code does not.
        log.warn({ code: codeOf(error), again: pauseMs !== null }, 'an e-mail did not leave');
      }
      if (pauseMs === null || !(await this.#pause(pauseMs))) return;
    }
  }

  /** Whether there is a next try. */
  async #pause(ms: number): Promise<boolean> {
    const { signal } = this.#stopping;
    return delay(ms, true, { signal, ref: false }).catch(() => false);
  }
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return String(responseCode ?? code ?? 'unknown');
}
