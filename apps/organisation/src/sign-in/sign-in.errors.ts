import { DomainError } from '@relance/service-runtime';

/** Thrown when e-mail and password do not belong together, or the account is unknown or inactive: never which. */
export class InvalidCredentialsError extends DomainError {
  readonly code = 'INVALID_CREDENTIALS';
  readonly status = 401;

  constructor() {
    super('The e-mail address and the password do not belong together.');
  }
}

/** Thrown when signing in has failed too often for one e-mail address from one network address. */
export class TooManySignInAttemptsError extends DomainError {
  readonly code = 'RATE_LIMITED';
  readonly status = 429;

  constructor(override readonly retryAfterSeconds: number) {
    super('Signing in has failed too often. Try again later.');
  }
}

/** Thrown when the refresh cookie is missing, unknown, expired, was used before, or its session has ended. */
export class SessionEndedError extends DomainError {
  readonly code = 'SESSION_ENDED';
  readonly status = 401;

  constructor() {
    super('The session has ended. Sign in again.');
  }
}
