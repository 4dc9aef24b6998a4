import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { createLogger } from '@relance/service-runtime';
import { Counter } from 'prom-client';
import { DataSource, type EntityManager } from 'typeorm';
import { codeOfMailError, Mailer } from '../mail/mailer';
import {
  holdInvited,
  holdPasswordHolderByEmail,
  type PasswordHolder,
} from '../sign-in/account-password.store';
import { hashLinkToken, LinkTokens } from './link-token';
import { isOpenPasswordLink, openPasswordLink } from './password-link.store';
import { invitationMail, resetMail } from './password-mail';
import { deleteMail, markOpened, postponeMail, takeDueMails, type DueMail } from './password-mail.store';
import { PublicAddress } from './public-address';

const EVERY_MS = 2_000;
/** As many as SMTP takes at once, and half of the connections to the database. */
const AT_ONCE = 5;
/** Pauses after the tries that failed, in seconds; the last one goes on until the e-mail has expired. */
const RETRY_AFTER_SECONDS = [1, 5, 20, 60, 300];

const log = createLogger('password-mails');

const givenUp = new Counter({
  name: 'relance_password_mails_given_up_total',
  help: 'Invitations and links for another password that SMTP did not take before they expired',
});

/**
 * Sends the e-mails written down in `organisation.password_mail`, each until SMTP has taken it or it has expired. A
 * process that dies loses none; it can send one twice when it dies between SMTP's answer and the note of it, with the
 * same link and the same Message-ID (docs/decisions/0013).
 */
@Injectable()
export class PasswordMailDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #woken = false;
  #stopping = false;
  #failing = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(LinkTokens) private readonly tokens: LinkTokens,
    @Inject(PublicAddress) private readonly publicAddress: PublicAddress,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.wake(), EVERY_MS).unref();
  }

  /** What is being sent is sent and noted; the rest stays written down. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks for e-mails soon, behind the caller's back; call it once the transaction that wrote one is committed. */
  wake(): void {
    this.#woken = true;
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
  }

  async #run(): Promise<void> {
    while (this.#woken && !this.#stopping) {
      this.#woken = false;
      try {
        const due = await takeDueMails(this.dataSource, AT_ONCE);
        if (due.length === AT_ONCE) this.#woken = true;
        const ended = await Promise.allSettled(due.map((mail) => this.#dispatch(mail)));
        for (const each of ended) if (each.status === 'rejected') throw each.reason;
        this.#failing = false;
      } catch (err) {
        if (!this.#failing) log.warn({ err }, 'e-mails with links cannot be looked for');
        this.#failing = true;
      }
    }
  }

  async #dispatch(due: DueMail): Promise<void> {
    const token = this.tokens.of(due.id);
    const to = due.expired ? null : await this.dataSource.transaction((tx) => open(tx, due, token));
    if (due.expired) {
      givenUp.inc();
      log.warn({ purpose: due.purpose, tries: due.tries - 1 }, 'an e-mail with a link has never left');
    }
    if (!to) return deleteMail(this.dataSource, due.id);
    const write = due.purpose === 'RESET' ? resetMail : invitationMail;
    const mail = write({ ...to, link: this.publicAddress.of(`/mot-de-passe/${token}`) });
    try {
      await this.mailer.send(mail, due.id);
    } catch (error) {
      const seconds = RETRY_AFTER_SECONDS[due.tries - 1] ?? RETRY_AFTER_SECONDS.at(-1)!;
      log.warn({ code: codeOfMailError(error), tries: due.tries, seconds }, 'an e-mail did not leave');
      return postponeMail(this.dataSource, due.id, seconds);
    }
    await deleteMail(this.dataSource, due.id);
  }
}

/** Opens the link of an e-mail unless it is, and says whom it is for; null when there is nobody (any more). */
async function open(tx: EntityManager, due: DueMail, token: string): Promise<PasswordHolder | null> {
  const holder =
    due.email === null ? await holdInvited(tx, due.userId!) : await holdPasswordHolderByEmail(tx, due.email);
  if (!holder) return null;
  // A link that is gone was used, closed or replaced: it must not come back.
  if (due.opened) return (await isOpenPasswordLink(tx, holder.id, hashLinkToken(token))) ? holder : null;
  if (!(await markOpened(tx, due.id))) return null;
  await openPasswordLink(tx, holder.id, hashLinkToken(token), due.purpose);
  return holder;
}
