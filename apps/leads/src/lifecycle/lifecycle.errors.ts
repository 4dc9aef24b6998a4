import { DomainError, type FieldError } from '@relance/service-runtime';

/** Thrown when a lead that was won or lost is changed without being reopened first. */
export class LeadClosedError extends DomainError {
  readonly code = 'LEAD_ALREADY_CLOSED';
  readonly status = 409;
  constructor(readonly leadStatus: string) {
    super('The lead is closed. Reopen it first.');
  }
}

/** Thrown when somebody takes a lead that a colleague has taken meanwhile. */
export class LeadAlreadyTakenError extends DomainError {
  readonly code = 'LEAD_ALREADY_TAKEN';
  readonly status = 409;
  constructor(readonly assigneeId: string) {
    super('Somebody else is in charge of this lead. Assign it instead.');
  }
}

/** Thrown when a lead is reopened that is neither handled nor closed, nor waits for an appointment that has passed. */
export class LeadNotHandledError extends DomainError {
  readonly code = 'LEAD_NOT_HANDLED';
  readonly status = 409;
  constructor(appointmentToCome = false) {
    super(
      appointmentToCome
        ? 'The lead is open and waits for its appointment. Cancel that instead.'
        : 'The lead is open already.',
    );
  }
}

/** Thrown when a lead is given to somebody who is unknown, inactive, not at its point of sale, or may not read leads. */
export class AssigneeNotEligibleError extends DomainError {
  readonly code = 'ASSIGNEE_NOT_ELIGIBLE';
  readonly status = 422;
  override readonly errors: FieldError[] = [
    { path: 'userId', message: 'not an active user of this point of sale who may read leads' },
  ];
  constructor() {
    super('The lead cannot be given to this person.');
  }
}

/** Thrown when an instant that has to come is past already; `path` names the field. */
export class NotInFutureError extends DomainError {
  readonly code = 'NOT_IN_FUTURE';
  readonly status = 422;
  override readonly errors: FieldError[];
  constructor(path: string) {
    super('This instant has to lie in the future.');
    this.errors = [{ path, message: 'has to lie in the future, within five years' }];
  }
}

/** Thrown when another worker is sending the same reminder right now; never seen over HTTP. */
export class ReminderBeingSentError extends Error {
  constructor(
    readonly leadId: string,
    readonly number: number,
  ) {
    super(`Reminder ${number} is being sent by another worker.`);
    this.name = 'ReminderBeingSentError';
  }
}
