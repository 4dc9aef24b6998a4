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

/** Thrown when somebody who acts within their own points of sale adds a person who would work at none of them. */
export class PointOfSaleNeededError extends DomainError {
  readonly code = 'POINT_OF_SALE_NEEDED';
  readonly status = 422;
  override readonly errors = [{ path: 'pointsOfSale', message: 'Name at least one of your points of sale.' }];

  constructor() {
    super('Name at least one of your points of sale.');
  }
}

/** Thrown when somebody would make or edit a person whose role may more than theirs: it takes an Admin. */
export class MoreRightsThanYoursError extends DomainError {
  readonly code = 'MORE_RIGHTS_THAN_YOURS';
  readonly status = 403;

  constructor() {
    super('People of this role may more than you do: ask an Admin.');
  }
}

/** Thrown when somebody would change of themselves, among the users, what is not theirs to change there. */
export class OwnAccountError extends DomainError {
  readonly code = 'OWN_ACCOUNT';
  readonly status = 403;

  constructor() {
    super('The own password is changed by PUT /me/password; role, state and address by somebody else.');
  }
}

/** Thrown when somebody is to be invited again who has chosen a password, or whose account is not active. */
export class NothingToInviteToError extends DomainError {
  readonly code = 'NOTHING_TO_INVITE_TO';
  readonly status = 409;

  constructor() {
    super('This person has chosen a password already, or their account is not active.');
  }
}
