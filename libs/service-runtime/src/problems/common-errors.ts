import { DomainError, type FieldError } from './domain-error';

/** 400: the request does not have the shape the route documents. */
export class ValidationError extends DomainError {
  readonly code = 'VALIDATION_FAILED';
  readonly status = 400;
  constructor(
    override readonly errors: FieldError[],
    message = 'The request is not valid.',
  ) {
    super(message);
  }
}

/** 401: nobody is signed in, or the credentials are not good any more. */
export class UnauthenticatedError extends DomainError {
  readonly code = 'UNAUTHENTICATED';
  readonly status = 401;
  constructor(message = 'Valid credentials are needed.') {
    super(message);
  }
}

/** 403: the caller is known and may not do this. */
export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN';
  readonly status = 403;
  constructor(message = 'You may not do this.') {
    super(message);
  }
}

/** 404: there is no such thing, or the caller may not know that there is. */
export class NotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;
  constructor(message = 'There is nothing here.') {
    super(message);
  }
}

/** 412: what the caller read has changed since; nothing was written. */
export class StaleError extends DomainError {
  readonly code = 'STALE';
  readonly status = 412;
  constructor(message = 'It has changed since you read it. Read it again.') {
    super(message);
  }
}

/** 428: an edit came without `If-Match`. */
export class IfMatchRequiredError extends DomainError {
  readonly code = 'IF_MATCH_REQUIRED';
  readonly status = 428;
  constructor(message = 'Send the ETag you read as If-Match.') {
    super(message);
  }
}

/** 503: something this answer needs is not there for the moment. */
export class UnavailableError extends DomainError {
  readonly code = 'UNAVAILABLE';
  readonly status = 503;
  override readonly retryAfterSeconds: number = 2;
  constructor(message = 'A part of the system is not available for the moment.', options?: ErrorOptions) {
    super(message, options);
  }
}
