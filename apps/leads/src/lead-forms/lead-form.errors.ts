import { DomainError, type FieldError } from '@relance/service-runtime';

/** 404: no lead source has this form, or it, or its point of sale, takes no leads any more. */
export class UnknownFormError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;
  constructor() {
    super('There is no such form, or it is no longer in use.');
  }
}

/** 422: an e-mail address or a telephone number is none; who sent it can still correct it. `errors` are in French. */
export class UnreadableContactError extends DomainError {
  readonly code = 'UNREADABLE_CONTACT';
  readonly status = 422;
  constructor(override readonly errors: FieldError[]) {
    super('The e-mail address or the telephone number cannot be read.');
  }
}

/** 415: a form is sent as `application/x-www-form-urlencoded` or as JSON. */
export class FormMediaTypeError extends DomainError {
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  readonly status = 415;
  constructor() {
    super('Send application/x-www-form-urlencoded or application/json.');
  }
}

/** 409: a lead source that is switched off takes no leads, not even to try it. */
export class LeadSourceInactiveError extends DomainError {
  readonly code = 'LEAD_SOURCE_INACTIVE';
  readonly status = 409;
  constructor() {
    super('The lead source is not active.');
  }
}
