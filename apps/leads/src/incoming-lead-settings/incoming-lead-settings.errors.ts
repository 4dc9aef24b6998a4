import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when exceptional closings leave no opening for more than a year: a lead would have no deadline. */
export class ClosedForGoodError extends DomainError {
  readonly code = 'CLOSED_FOR_GOOD';
  readonly status = 422;
  override readonly errors: FieldError[];
  constructor(readonly closing: string) {
    super('These closings leave no opening for more than a year.');
    this.errors = [
      { path: 'openingHours.closings', message: `leave no opening for more than a year from ${closing}` },
    ];
  }
}
