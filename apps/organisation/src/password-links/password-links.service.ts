import { Inject, Injectable } from '@nestjs/common';
import { createLogger } from '@relance/service-runtime';
import { DataSource, type EntityManager } from 'typeorm';
import { voidTokensOf } from '../access/void-tokens';
import { attempt, AttemptCounter } from '../attempts/attempt-counter';
import {
  RESET_FROM_ADDRESS,
  RESET_OF_ACCOUNT,
  SIGN_IN_FROM_ADDRESS,
  SIGN_IN_TO_ACCOUNT,
} from '../attempts/attempt-policy';
import { TooManyAttemptsError } from '../attempts/attempts.errors';
import { Mailer, type Mail } from '../mail/mailer';
import {
  holdPasswordHolderByEmail,
  lockPasswordHolder,
  writeChosenPassword,
} from '../sign-in/account-password.store';
import { endSessionsOf } from '../sign-in/session.store';
import { hashPassword } from '../users/passwords';
import { hashLinkToken, newLinkToken } from './link-token';
import { openPasswordLink, ownerOfPasswordLink, usePasswordLink } from './password-link.store';
import type { PasswordResetConfirmation } from './password-links.dto';
import { PasswordLinkInvalidError } from './password-links.errors';
import { invitationMail, resetMail, type PasswordMail } from './password-mail';
import { PublicAddress } from './public-address';

const log = createLogger('password-links');

/** Links by e-mail, each good for one use, by which people choose a password: a first one, or another one. */
@Injectable()
export class PasswordLinksService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AttemptCounter) private readonly attempts: AttemptCounter,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(PublicAddress) private readonly publicAddress: PublicAddress,
  ) {}

  /**
   * Takes a request for a link, of anybody for anybody. What is done for an address that somebody has is done behind
   * the answer: neither the answer nor the time it takes tells. Too many for one account are taken and not sent.
   * @throws TooManyAttemptsError when there were too many from one network address
   */
  async requestReset(email: string, address: string): Promise<void> {
    const seconds = await this.attempts.take(attempt(RESET_FROM_ADDRESS, address));
    if (seconds > 0) throw new TooManyAttemptsError(seconds);
    const tooMany = await this.attempts.take(attempt(RESET_OF_ACCOUNT, email));
    if (tooMany === 0) void this.sendReset(email);
  }

  /**
   * Opens an invitation of somebody who was just added, in place of any open link.
   * @returns the e-mail, to be handed to {@link send} once the transaction is committed
   */
  async invite(tx: EntityManager, user: { id: string; name: string; email: string }): Promise<Mail> {
    const token = newLinkToken();
    await openPasswordLink(tx, user.id, hashLinkToken(token), 'INVITATION');
    return invitationMail(this.addressed(user, token));
  }

  /** Sends a mail behind the answer. */
  send(mail: Mail): void {
    this.mailer.sendSoon(mail);
  }

  /**
   * Gives the owner of a link the password they chose. Every session ends, and they may sign in again at once, however
   * often that had failed.
   * @throws PasswordLinkInvalidError
   */
  async confirm({ token, password }: PasswordResetConfirmation, address: string): Promise<void> {
    const tokenHash = hashLinkToken(token);
    const userId = await ownerOfPasswordLink(this.dataSource, tokenHash);
    if (userId === null) throw new PasswordLinkInvalidError();
    const passwordHash = await hashPassword(password);
    await this.dataSource.transaction(async (tx) => {
      const holder = await lockPasswordHolder(tx, userId);
      if (!holder || !(await usePasswordLink(tx, userId, tokenHash))) throw new PasswordLinkInvalidError();
      await writeChosenPassword(tx, userId, passwordHash);
      await endSessionsOf(tx, userId, 'PASSWORD_CHANGED');
      await voidTokensOf(tx, userId);
      await this.attempts.forget(tx, [
        attempt(SIGN_IN_TO_ACCOUNT, holder.email),
        attempt(SIGN_IN_FROM_ADDRESS, holder.email, address),
        attempt(RESET_OF_ACCOUNT, holder.email),
      ]);
    });
  }

  private async sendReset(email: string): Promise<void> {
    try {
      const token = newLinkToken();
      const holder = await this.dataSource.transaction(async (tx) => {
        const found = await holdPasswordHolderByEmail(tx, email);
        if (found) await openPasswordLink(tx, found.id, hashLinkToken(token), 'RESET');
        return found;
      });
      if (holder) this.send(resetMail(this.addressed(holder, token)));
    } catch (err) {
      log.warn({ err }, 'a link for a new password could not be made');
    }
  }

  private addressed({ name, email }: { name: string; email: string }, token: string): PasswordMail {
    return { name, email, link: this.publicAddress.of(`/mot-de-passe/${token}`) };
  }
}
