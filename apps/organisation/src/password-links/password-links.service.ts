import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { voidTokensOf } from '../access/void-tokens';
import { attempt, AttemptCounter } from '../attempts/attempt-counter';
import {
  INVITATION_OF_ACCOUNT,
  RESET_FROM_ADDRESS,
  RESET_OF_ACCOUNT,
  SIGN_IN_FROM_ADDRESS,
  SIGN_IN_TO_ACCOUNT,
} from '../attempts/attempt-policy';
import { TooManyAttemptsError } from '../attempts/attempts.errors';
import { lockPasswordHolder, writeChosenPassword } from '../sign-in/account-password.store';
import { endSessionsOf } from '../sign-in/session.store';
import { rememberPlace, signInPlace } from '../sign-in/sign-in-place.store';
import { hashPassword } from '../users/passwords';
import { hashLinkToken } from './link-token';
import { closePasswordLinks, ownerOfPasswordLink, usePasswordLink } from './password-link.store';
import type { PasswordResetConfirmation } from './password-links.dto';
import { PasswordLinkInvalidError } from './password-links.errors';
import { PasswordMailDispatcher } from './password-mail.dispatcher';
import { putInvitationMail, putResetMail } from './password-mail.store';

/** Links by e-mail, each good for one use, by which people choose a password: a first one, or another one. */
@Injectable()
export class PasswordLinksService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AttemptCounter) private readonly attempts: AttemptCounter,
    @Inject(PasswordMailDispatcher) private readonly mails: PasswordMailDispatcher,
  ) {}

  /**
   * Takes a request for a link, of anybody for anybody: it is written down before the answer, alike for every address.
   * Whether somebody has it is looked up behind the answer: neither that nor the time it takes tells. Too many for one
   * account are taken and not sent.
   * @throws TooManyAttemptsError when there were too many from one network address
   */
  async requestReset(email: string, address: string): Promise<void> {
    const seconds = await this.attempts.take(attempt(RESET_FROM_ADDRESS, address));
    if (seconds > 0) throw new TooManyAttemptsError(seconds);
    const tooMany = await this.attempts.take(attempt(RESET_OF_ACCOUNT, email));
    if (tooMany > 0) return;
    await putResetMail(this.dataSource, randomUUID(), email);
    this.mails.wake();
  }

  /**
   * Writes down that somebody who was just added is to be invited, in place of an invitation before; call
   * {@link sendSoon} once the transaction is committed.
   * @throws TooManyAttemptsError when this address was sent too many
   */
  async invite(tx: EntityManager, { id, email }: { id: string; email: string }): Promise<void> {
    const seconds = await this.attempts.take(attempt(INVITATION_OF_ACCOUNT, email), tx);
    if (seconds > 0) throw new TooManyAttemptsError(seconds);
    await putInvitationMail(tx, randomUUID(), id);
  }

  /** Has what was written down sent at once rather than at the next look for it. */
  sendSoon(): void {
    this.mails.wake();
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
      await closePasswordLinks(tx, userId);
      await writeChosenPassword(tx, userId, passwordHash);
      await endSessionsOf(tx, userId, 'PASSWORD_CHANGED');
      await voidTokensOf(tx, userId);
      await this.attempts.forget(tx, [
        attempt(SIGN_IN_TO_ACCOUNT, holder.email),
        attempt(SIGN_IN_FROM_ADDRESS, holder.email, address),
        attempt(RESET_OF_ACCOUNT, holder.email),
      ]);
      await rememberPlace(tx, signInPlace(holder.email, address));
    });
  }
}
