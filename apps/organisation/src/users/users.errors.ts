import { DomainError } from '@relance/service-runtime';

/** Thrown when no user has this id, or the caller may not see them. */
export class UserNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;

  constructor(readonly userId: string) {
    super('There is no such user.');
  }
}

/** Thrown when another account has this e-mail address, in whatever case. */
export class EmailTakenError extends DomainError {
  readonly code = 'EMAIL_TAKEN';
  readonly status = 409;
  override readonly errors = [{ path: 'email', message: 'Another user has this e-mail address.' }];

  constructor() {
    super('Another user has this e-mail address.');
  }
}

/** Thrown when a change would leave nobody who can administer Relance. */
export class LastAdminError extends DomainError {
  readonly code = 'LAST_ADMIN';
  readonly status = 409;

  constructor() {
    super('This is the last active Admin: make somebody else Admin first.');
  }
}
