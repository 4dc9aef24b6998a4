import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Header that carries the correlation id between processes and back to the caller. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** A UUID, or 32 hexadecimal digits as traces have them. Anything else might say who somebody is, in logs and in Temporal. */
const RANDOM_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;
const storage = new AsyncLocalStorage<string>();

/** The id of the work going on: one from the gateway to the activity. Undefined outside of any. */
export function correlationId(): string | undefined {
  return storage.getStore();
}

/** Runs `fn` so that everything it does, logs included, carries this id. */
export function withCorrelationId<T>(id: string, fn: () => T): T {
  return storage.run(id, fn);
}

/** A random UUID: Node draws those from a cache, without a system call each. */
export function newCorrelationId(): string {
  return randomUUID();
}

/** The caller's id when it is a UUID or 32 hexadecimal digits, else a new one. */
export function acceptCorrelationId(header: string | string[] | undefined): string {
  return typeof header === 'string' && RANDOM_ID.test(header) ? header : newCorrelationId();
}
