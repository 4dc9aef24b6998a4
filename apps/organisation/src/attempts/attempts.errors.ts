import { DomainError } from '@relance/service-runtime';

/** Thrown when something was tried too often; whether the account it was tried on exists makes no difference. */
export class TooManyAttemptsError extends DomainError {
  readonly code = 'RATE_LIMITED';
  readonly status = 429;

  constructor(override readonly retryAfterSeconds: number) {
    super('This was tried too often. Try again later.');
  }
}
