import { createHash } from 'node:crypto';

/** What makes two requests the same one: the operation and everything that was asked of it. */
export type RequestHashInput = {
  /** Name of the operation; a key belongs to one, e.g. `leads.take`. */
  operation: string;
  /** All that decides the effect: the body, and ids from the path. */
  body: unknown;
  /**
   * Id of what is changed, when it exists already. It is locked before the key is claimed, because the claim is a write:
   * without that, a request that claims early and waits for another one would stand before it in the event log.
   */
  subject?: string;
};

/** JSON with sorted keys: the order in which a client writes its properties means nothing. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const properties = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`);
  return `{${properties.join(',')}}`;
}

/** SHA-256 of the canonical request. */
export function requestHash({ operation, body }: RequestHashInput): Buffer {
  return createHash('sha256')
    .update(`${operation}\n${canonical(body)}`)
    .digest();
}
