import { DomainError } from '@relance/service-runtime';

/** 429: this person listens in as many places as one person may. */
export class TooManyConnectionsError extends DomainError {
  readonly code = 'TOO_MANY_CONNECTIONS';
  readonly status = 429;
  override readonly retryAfterSeconds = 30;
  constructor(most: number) {
    super(`One person may listen ${most} times at once. Close another window.`);
  }
}
