import { DomainError } from '@relance/service-runtime';

/** Thrown when no API key has this id, or no key that is still good has this hash. */
export class ApiKeyNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;

  constructor() {
    super('There is no such API key.');
  }
}
