import { Inject, Injectable } from '@nestjs/common';
import { UnauthenticatedError } from '@relance/service-runtime';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { pointsOfSaleClaim } from '../access/organisation-access.rules';
import { attempt, AttemptCounter, type Attempt } from '../attempts/attempt-counter';
import { SIGN_IN_ANYWHERE, SIGN_IN_FROM_ADDRESS, SIGN_IN_TO_ACCOUNT } from '../attempts/attempt-policy';
import { TooManyAttemptsError } from '../attempts/attempts.errors';
import type { SqlReader } from '../requests/keyset-page';
import { verifyPassword } from '../users/passwords';
import { AccessTokenSigner } from './access-token';
import { findAccount, findSignedInUser, holdAccount } from './account.store';
import { hashRefreshToken, newRefreshToken, RefreshTokenSuccession } from './refresh-token';
import {
  endSession,
  isUnusedToken,
  lockToken,
  openSession,
  rotateToken,
  type Session,
} from './session.store';
import { isKnownPlace, rememberPlace, signInPlace } from './sign-in-place.store';
import type { Credentials, SignedIn, SignedInUser } from './sign-in.dto';
import { InvalidCredentialsError, SessionEndedError } from './sign-in.errors';

/** An answer, and the refresh token for the cookie: null when the browser has it already. */
export type SignedInWithToken = { answer: SignedIn; refresh: { token: string; expiresAt: Date } | null };

/** Sessions of people: a short access token, and a refresh token that is good for one use. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AttemptCounter) private readonly attempts: AttemptCounter,
    @Inject(AccessTokenSigner) private readonly accessTokens: AccessTokenSigner,
    @Inject(RefreshTokenSuccession) private readonly succession: RefreshTokenSuccession,
  ) {}

  /**
   * Opens a session. Unknown, inactive and wrong passwords get the same answer after the same work, and are counted
   * alike: for one account from one address, for one account from everywhere, and for one address on all accounts. Where
   * the account has signed in before only the first of them counts: others cannot lock its owner out.
   * @throws InvalidCredentialsError, TooManyAttemptsError
   */
  async signIn({ email, password }: Credentials, address: string): Promise<SignedInWithToken> {
    const place = signInPlace(email, address);
    const forgiven = [attempt(SIGN_IN_FROM_ADDRESS, email, address)];
    const tries = [...forgiven];
    if (!(await isKnownPlace(this.dataSource, place))) {
      forgiven.push(attempt(SIGN_IN_TO_ACCOUNT, email));
      tries.push(attempt(SIGN_IN_TO_ACCOUNT, email), attempt(SIGN_IN_ANYWHERE, address));
    }
    await this.refuseWhenBlocked(this.dataSource, tries);
    const account = await findAccount(this.dataSource, email);
    const matches = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !matches || !account.active) {
      for (const each of tries) await this.attempts.count(each);
      throw new InvalidCredentialsError();
    }
    const token = newRefreshToken();
    const session = await this.dataSource.transaction(async (tx) => {
      // Asked again before success is believed: guesses sent all at once are bounded like those one after the other.
      await this.refuseWhenBlocked(tx, tries);
      if (!(await holdAccount(tx, account.id, account.passwordHash))) throw new InvalidCredentialsError();
      await this.attempts.forget(tx, forgiven);
      await rememberPlace(tx, place);
      return openSession(tx, uuidv7(), account.id, hashRefreshToken(token));
    });
    return { answer: await this.answer(session), refresh: { token, expiresAt: session.expiresAt } };
  }

  /**
   * Goes on with a session and gives the next refresh token. A token that was used before ends the session: one of its
   * two bearers has stolen it. Only within the grace of another tab's use it is answered once more, with the same
   * successor as long as nobody used that (docs/decisions/0010).
   * @throws SessionEndedError
   */
  async refresh(token: string | null): Promise<SignedInWithToken> {
    if (token === null) throw new SessionEndedError();
    const next = this.succession.after(token);
    const renewed = await this.dataSource.transaction((tx) => renew(tx, token, next));
    if (!renewed) throw new SessionEndedError();
    const { session, withToken } = renewed;
    const refresh = withToken ? { token: next, expiresAt: session.expiresAt } : null;
    return { answer: await this.answer(session), refresh };
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

  private async refuseWhenBlocked(sql: SqlReader, tries: Attempt[]): Promise<void> {
    const seconds = await this.attempts.secondsBlocked(sql, tries);
    if (seconds > 0) throw new TooManyAttemptsError(seconds);
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

/** The session a token goes on with, and whether its bearer gets the successor; null when it has ended. */
async function renew(
  tx: EntityManager,
  token: string,
  next: string,
): Promise<{ session: Session; withToken: boolean } | null> {
  const presented = await lockToken(tx, hashRefreshToken(token));
  if (!presented?.open) return null;
  const { session } = presented;
  if (!presented.used) {
    const renewed = await rotateToken(tx, session, hashRefreshToken(token), hashRefreshToken(next));
    return { session: renewed, withToken: true };
  }
  if (presented.justUsed) return { session, withToken: await isUnusedToken(tx, hashRefreshToken(next)) };
  await endSession(tx, session.id, 'TOKEN_REUSED');
  return null;
}
