import { DomainError } from '@relance/service-runtime';

/** 422: this `Idempotency-Key` already stands for another request of the same caller. */
export class IdempotencyKeyReusedError extends DomainError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  readonly status = 422;
  constructor() {
    super('This Idempotency-Key was used with another request.');
  }
}
