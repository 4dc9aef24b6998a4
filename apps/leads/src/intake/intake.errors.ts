import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when the point of sale of a new lead does not exist, or cannot be told from the request. */
export class UnknownPointOfSaleError extends DomainError {
  readonly code = 'UNKNOWN_POINT_OF_SALE';
  readonly status = 422;
  override readonly errors: FieldError[] = [{ path: 'pointOfSaleId', message: 'no such point of sale' }];
  constructor() {
    super('The point of sale is unknown.');
  }
}

/** Thrown when a lead is to be taken in, or moved, for a point of sale that is not in use any more. */
export class PointOfSaleInactiveError extends DomainError {
  readonly code = 'POINT_OF_SALE_INACTIVE';
  readonly status = 422;
  override readonly errors: FieldError[] = [{ path: 'pointOfSaleId', message: 'no longer active' }];
  constructor() {
    super('The point of sale is not active: it takes no leads any more.');
  }
}

/** Thrown when neither the body nor the API key says which point of sale a lead belongs to. */
export class PointOfSaleNeededError extends DomainError {
  readonly code = 'POINT_OF_SALE_NEEDED';
  readonly status = 422;
  override readonly errors: FieldError[] = [{ path: 'pointOfSaleId', message: 'needed' }];
  constructor() {
    super('Say which point of sale the lead belongs to.');
  }
}

/** Thrown when a key or a person takes in a lead for a point of sale that is not theirs. */
export class ForeignPointOfSaleError extends DomainError {
  readonly code = 'FOREIGN_POINT_OF_SALE';
  readonly status = 403;
  override readonly errors: FieldError[] = [{ path: 'pointOfSaleId', message: 'not one of yours' }];
  constructor() {
    super('This point of sale is not one of yours.');
  }
}

/** Thrown when `receivedAt` lies in the future or more than a year ago. */
export class ReceivedAtOutOfRangeError extends DomainError {
  readonly code = 'RECEIVED_AT_OUT_OF_RANGE';
  readonly status = 422;
  override readonly errors: FieldError[];
  constructor(reason: 'future' | 'tooOld') {
    super('A lead cannot have been received then.');
    this.errors = [
      {
        path: 'receivedAt',
        message: reason === 'future' ? 'lies in the future' : 'lies more than a year ago',
      },
    ];
  }
}
