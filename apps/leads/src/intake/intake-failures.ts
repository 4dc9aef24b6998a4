const UNIQUE_VIOLATION = '23505';
/** serialization_failure, deadlock_detected */
const CROSSINGS = new Set<unknown>(['40001', '40P01']);
/** SQLSTATE classes of data exceptions, integrity violations and exceeded limits. */
const REFUSED = /^(22|23|54)/;

/** Whether a key row was there already. The unique external id never fails: it is left out instead. */
export function isTwin(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === UNIQUE_VIOLATION &&
    'constraint' in error &&
    error.constraint === 'idempotency_key_pkey'
  );
}

/** Whether PostgreSQL ended the statement to let another one through: nothing of it was kept, and it may be sent again. */
export function isCrossing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CROSSINGS.has(error.code);
}

/** Whether PostgreSQL refused what was sent (data, constraint, size) rather than failed: then one lead alone is at fault. */
export function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && REFUSED.test(error.code)
  );
}
