import { DomainError } from '@relance/service-runtime';

/** Thrown when no lead source has this id, or the caller may not see its point of sale. */
export class LeadSourceNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;

  constructor(readonly leadSourceId: string) {
    super('There is no such lead source.');
  }
}
