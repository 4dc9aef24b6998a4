export { idempotencyTableSql, type TableSql } from './idempotency-table';
export { requestHash, type RequestHashInput } from './request-hash';
export { IdempotencyService, type Answer, type GivenAnswer } from './idempotency.service';
export { IdempotencyModule } from './idempotency.module';
export { IdempotencyKey, readIdempotencyKey } from './idempotency-key.decorator';
export { IdempotencyKeyReusedError } from './errors';
