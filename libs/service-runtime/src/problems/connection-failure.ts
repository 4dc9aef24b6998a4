const UNREACHABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * PostgreSQL's SQLSTATEs that say "not now": connection lost (08), not let in (28), shutting down or starting (57P01 to 57P03), too
 * many connections (53300), out of a resource (53), a lock or statement that took too long (55P03, 57014), a
 * transaction idle too long (25P03), and deadlocks or serialisation (40), which a new try resolves.
 */
const UNAVAILABLE_SQLSTATE = /^(?:08...|28...|53...|57P0[1-5]|57014|55P03|25P03|40001|40P01)$/;

/** What `pg` and its pool say without any code. */
const UNREACHABLE_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|Query read timeout|Driver not Connected)/i;

/** SQLSTATEs with which PostgreSQL refuses a value no validation caught: bad text, number or date. */
const REFUSED_VALUE_SQLSTATE = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008']);

const MAX_DEPTH = 5;

type ErrorLike = { code?: unknown; message?: unknown; driverError?: unknown; cause?: unknown };

/** The error and what caused it; by shape, because errors also come from other realms. */
function* chain(error: unknown): Generator<ErrorLike> {
  let current: unknown = error;
  for (let depth = 0; depth < MAX_DEPTH && typeof current === 'object' && current !== null; depth++) {
    const each: ErrorLike = current;
    yield each;
    current = each.driverError ?? each.cause;
  }
}

/** Whether an error means that PostgreSQL or another service cannot be reached for the moment (→ 503). */
export function isConnectionFailure(error: unknown): boolean {
  for (const { code, message } of chain(error)) {
    if (typeof code === 'string' && (UNREACHABLE_CODES.has(code) || UNAVAILABLE_SQLSTATE.test(code)))
      return true;
    if (typeof message === 'string' && UNREACHABLE_MESSAGE.test(message)) return true;
  }
  return false;
}

/** Whether PostgreSQL refused a value as malformed (→ 400 rather than 500, and a line in the log). */
export function isRefusedValue(error: unknown): boolean {
  for (const { code } of chain(error)) {
    if (typeof code === 'string' && REFUSED_VALUE_SQLSTATE.has(code)) return true;
  }
  return false;
}
