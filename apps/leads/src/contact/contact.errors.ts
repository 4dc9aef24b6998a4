import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when somebody types an e-mail address or a telephone number that cannot be one. */
export class InvalidContactError extends DomainError {
  readonly code = 'INVALID_CONTACT';
  readonly status = 422;
  constructor(override readonly errors: FieldError[]) {
    super('The contact cannot be reached like this.');
  }
}

/** Thrown when an edit would leave nothing of a contact: its lead could not end in one any more. */
export class ContactNeededError extends DomainError {
  readonly code = 'CONTACT_NEEDED';
  readonly status = 422;
  override readonly errors: FieldError[] = [
    { path: '', message: 'at least one of firstName, lastName, email, phone is needed' },
  ];
  constructor() {
    super('A lead needs somebody to contact.');
  }
}
