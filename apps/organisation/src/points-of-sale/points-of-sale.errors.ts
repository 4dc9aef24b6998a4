import { DomainError } from '@relance/service-runtime';

/** Thrown when no point of sale has this id, or the caller may not see it. */
export class PointOfSaleNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;

  constructor(readonly pointOfSaleId: string) {
    super('There is no such point of sale.');
  }
}

/** Thrown when a request names, in its body, points of sale that do not exist. */
export class UnknownPointOfSaleError extends DomainError {
  readonly code = 'UNKNOWN_POINT_OF_SALE';
  readonly status = 422;
  override readonly errors: { path: string; message: string }[];

  constructor(paths: string[]) {
    super('A point of sale named in the request does not exist.');
    this.errors = paths.map((path) => ({ path, message: 'There is no such point of sale.' }));
  }
}
