import { Inject, Injectable } from '@nestjs/common';
import { UnauthenticatedError } from '@relance/service-runtime';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { pointsOfSaleClaim } from '../access/organisation-access.rules';
import { verifyPassword } from '../users/passwords';
import { AccessTokenSigner } from './access-token';
import { findAccount, findSignedInUser, holdAccount } from './account.store';
import { hashRefreshToken, newRefreshToken } from './refresh-token';
import { endSession, lockToken, openSession, rotateToken, type Session } from './session.store';
import { SignInAttempts } from './sign-in-attempts';
import type { Credentials, SignedIn, SignedInUser } from './sign-in.dto';
import { InvalidCredentialsError, SessionEndedError } from './sign-in.errors';

/** An answer, and the refresh token for the cookie: null when the browser has it already. */
export type SignedInWithToken = { answer: SignedIn; refresh: { token: string; expiresAt: Date } | null };

/** Sessions of people: a short access token, and a refresh token that is good for one use. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(AccessTokenSigner) private readonly accessTokens: AccessTokenSigner,
  ) {}

  /**
   * Opens a session. Unknown, inactive and wrong passwords get the same answer after the same work.
   * @throws InvalidCredentialsError, TooManySignInAttemptsError
   */
  async signIn({ email, password }: Credentials, address: string): Promise<SignedInWithToken> {
    const attempt = this.attempts.keyOf(email, address);
    await this.attempts.refuseWhenExhausted(this.dataSource, attempt);
    const account = await findAccount(this.dataSource, email);
    const matches = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !matches || !account.active) {
      await this.attempts.noteFailure(attempt);
      throw new InvalidCredentialsError();
    }
    const token = newRefreshToken();
    const session = await this.dataSource.transaction(async (tx) => {
      await this.attempts.refuseWhenExhausted(tx, attempt);
      if (!(await holdAccount(tx, account.id, account.passwordHash))) throw new InvalidCredentialsError();
      await this.attempts.forget(tx, attempt);
      return openSession(tx, uuidv7(), account.id, hashRefreshToken(token));
    });
    return { answer: await this.answer(session), refresh: { token, expiresAt: session.expiresAt } };
  }

  /**
   * Goes on with a session and gives the next refresh token. A token that was used before ends the session:
   * one of its two bearers has stolen it. Only a request that was already waiting when the other one used it
   * (two tabs at the same instant) is answered too, without a token of its own.
   * @throws SessionEndedError
   */
  async refresh(token: string | null): Promise<SignedInWithToken> {
    if (token === null) throw new SessionEndedError();
    const next = newRefreshToken();
    const renewed = await this.dataSource.transaction(async (tx) => {
      const presented = await lockToken(tx, hashRefreshToken(token));
      if (!presented?.open) return null;
      if (!presented.used) {
        const session = await rotateToken(
          tx,
          presented.session,
          hashRefreshToken(token),
          hashRefreshToken(next),
        );
        return { session, refresh: { token: next, expiresAt: session.expiresAt } };
      }
      if (presented.usedMeanwhile) return { session: presented.session, refresh: null };
      await endSession(tx, presented.session.id, 'TOKEN_REUSED');
      return null;
    });
    if (!renewed) throw new SessionEndedError();
    return { answer: await this.answer(renewed.session), refresh: renewed.refresh };
  }

  /** Ends the session of this token, used or not; without one nothing happens. */
  async signOut(token: string | null): Promise<void> {
    if (token === null) return;
    await this.dataSource.transaction(async (tx) => {
      const presented = await lockToken(tx, hashRefreshToken(token));
      if (presented) await endSession(tx, presented.session.id, 'SIGNED_OUT');
    });
  }

  /** The user behind an access token. @throws UnauthenticatedError when the account is not active any more */
  async me(userId: string): Promise<SignedInUser> {
    const found = await findSignedInUser(this.dataSource, userId);
    if (!found) throw new UnauthenticatedError();
    return found.user;
  }

  private async answer(session: Session): Promise<SignedIn> {
    const found = await findSignedInUser(this.dataSource, session.userId);
    if (!found) throw new SessionEndedError();
    const { user, ownPointOfSaleIds, tokenGeneration } = found;
    const { accessToken, expiresAt } = await this.accessTokens.sign({
      userId: user.id,
      name: user.name,
      role: user.role,
      pos: pointsOfSaleClaim(user.role, ownPointOfSaleIds),
      sessionId: session.id,
      generation: tokenGeneration,
    });
    return { accessToken, expiresAt: expiresAt.toISOString(), user };
  }
}
