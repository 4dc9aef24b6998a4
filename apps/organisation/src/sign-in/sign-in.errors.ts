import { DomainError } from '@relance/service-runtime';

/** Thrown when e-mail and password do not belong together, or the account is unknown or inactive: never which. */
export class InvalidCredentialsError extends DomainError {
  readonly code = 'INVALID_CREDENTIALS';
  readonly status = 401;

  constructor() {
    super('The e-mail address and the password do not belong together.');
  }
}

/** Thrown when the current password that goes with a new one is wrong. */
export class WrongPasswordError extends DomainError {
  readonly code = 'WRONG_PASSWORD';
  readonly status = 422;
  override readonly errors = [{ path: 'currentPassword', message: 'This is not the current password.' }];

  constructor() {
    super('This is not the current password.');
  }
}

/** Thrown when the refresh cookie is missing, unknown, expired, was used before, or when its session has ended. */
export class SessionEndedError extends DomainError {
  readonly code = 'SESSION_ENDED';
  readonly status = 401;

  constructor() {
    super('The session has ended. Sign in again.');
  }
}
