import { Inject, Injectable } from '@nestjs/common';
import { UnauthenticatedError } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { voidTokensOf } from '../access/void-tokens';
import { attempt, AttemptCounter } from '../attempts/attempt-counter';
import { PASSWORD_CHANGE } from '../attempts/attempt-policy';
import { TooManyAttemptsError } from '../attempts/attempts.errors';
import { closePasswordLinks } from '../password-links/password-link.store';
import { hashPassword, verifyPassword } from '../users/passwords';
import { findPasswordHolder, lockPasswordHolder, writeChosenPassword } from './account-password.store';
import { endSessionsOf } from './session.store';
import type { PasswordChange } from './sign-in.dto';
import { WrongPasswordError } from './sign-in.errors';

/** What signed-in people do to their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AttemptCounter) private readonly attempts: AttemptCounter,
  ) {}

  /**
   * Gives somebody the password they chose; their other sessions end, the one they ask from goes on by its cookie.
   * @throws WrongPasswordError, TooManyAttemptsError, UnauthenticatedError when the account is not active any more
   */
  async change(user: UserPrincipal, { currentPassword, newPassword }: PasswordChange): Promise<void> {
    const tries = attempt(PASSWORD_CHANGE, user.userId);
    const seconds = await this.attempts.secondsBlocked(this.dataSource, [tries]);
    if (seconds > 0) throw new TooManyAttemptsError(seconds);
    const holder = await findPasswordHolder(this.dataSource, user.userId);
    if (!holder) throw new UnauthenticatedError();
    if (!(await verifyPassword(holder.passwordHash, currentPassword))) {
      await this.attempts.count(tries);
      throw new WrongPasswordError();
    }
    const passwordHash = await hashPassword(newPassword);
    await this.dataSource.transaction(async (tx) => {
      const held = await lockPasswordHolder(tx, user.userId);
      if (held?.passwordHash !== holder.passwordHash) throw new WrongPasswordError();
      await this.attempts.forget(tx, [tries]);
      await writeChosenPassword(tx, user.userId, passwordHash);
      await closePasswordLinks(tx, user.userId);
      await endSessionsOf(tx, user.userId, 'PASSWORD_CHANGED', user.sessionId);
      await voidTokensOf(tx, user.userId);
    });
  }

  /** Ends every session of somebody, on every machine, this one included. */
  async signOutEverywhere(user: UserPrincipal): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await endSessionsOf(tx, user.userId, 'SIGNED_OUT_EVERYWHERE');
      await voidTokensOf(tx, user.userId);
    });
  }
}
