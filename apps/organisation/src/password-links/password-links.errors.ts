import { DomainError } from '@relance/service-runtime';

/** Thrown when a link is unknown, was used, has expired, or was replaced by a newer one: never which. */
export class PasswordLinkInvalidError extends DomainError {
  readonly code = 'PASSWORD_LINK_INVALID';
  readonly status = 422;

  constructor() {
    super('This link does not work, or not any more. Ask for another one.');
  }
}
