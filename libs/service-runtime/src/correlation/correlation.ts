import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Header that carries the correlation id between processes and back to the caller. */
export const CORRELATION_HEADER = 'x-correlation-id';

const SANE_ID = /^[A-Za-z0-9._:-]{1,64}$/;
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

/** The caller's id when it is a harmless token of at most 64 characters, else a new one. */
export function acceptCorrelationId(header: string | string[] | undefined): string {
  return typeof header === 'string' && SANE_ID.test(header) ? header : newCorrelationId();
}
