import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when somebody has a view of this name already, in whatever case. */
export class LeadViewNameTakenError extends DomainError {
  readonly code = 'LEAD_VIEW_NAME_TAKEN';
  readonly status = 409;
  override readonly errors: FieldError[] = [{ path: 'name', message: 'is the name of another view' }];
  constructor() {
    super('Another of your views has this name.');
  }
}

/** Thrown when somebody has as many views as they may. */
export class TooManyLeadViewsError extends DomainError {
  readonly code = 'TOO_MANY_LEAD_VIEWS';
  readonly status = 409;
  constructor(most: number) {
    super(`Nobody has more than ${most} views. Delete one first.`);
  }
}
