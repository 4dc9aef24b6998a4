import { setTimeout as delay } from 'node:timers/promises';
import { NamespaceNotFoundError, type Client } from '@temporalio/client';
import { grpcCode, inTime } from './calls';

/** Number and name of each type, as the operator service and `temporal operator search-attribute create` take them. */
const TYPES = {
  TEXT: [1, 'Text'],
  KEYWORD: [2, 'Keyword'],
  INT: [3, 'Int'],
  DOUBLE: [4, 'Double'],
  BOOL: [5, 'Bool'],
  DATETIME: [6, 'Datetime'],
  KEYWORD_LIST: [7, 'KeywordList'],
} as const;

/** What `defineSearchAttributeKey` gives. */
export type SearchAttributeKey = { readonly name: string; readonly type: keyof typeof TYPES };

const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
/** CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE: the next try may fare better. */
const PASSING: ReadonlySet<number> = new Set([1, 4, 8, 10, 13, 14]);
/** Servers keep what they know of a namespace for up to a minute. */
const KNOWN_WITHIN_MS = 90_000;
const PAUSE_MS = 250;

/** The namespace cannot be used as it is, and this account may not or cannot put it right; the message says what to do. */
export class NamespaceNotPreparedError extends Error {
  override readonly name = 'NamespaceNotPreparedError';
}

/**
 * Whether workflows with these search attributes can be started now: the namespace knows them all. Rejects while
 * Temporal does not answer.
 */
export async function knowsSearchAttributes(
  client: Client,
  keys: readonly SearchAttributeKey[],
): Promise<boolean> {
  const query = keys.map(({ name }) => `${name} IS NULL`).join(' AND ');
  try {
    await inTime(client, () => client.workflow.count(query));
    return true;
  } catch (error) {
    const code = grpcCode(error);
    if (code === INVALID_ARGUMENT) return false;
    if (error instanceof NamespaceNotFoundError || code === NOT_FOUND)
      throw noNamespace(client.options.namespace, error);
    throw error;
  }
}

/**
 * Adds the search attributes that the namespace does not have, and waits until it knows them. Without them Temporal
 * refuses every workflow that carries them.
 * @param signal ends the wait
 * @throws NamespaceNotPreparedError when the namespace is missing, one of them has another type, or Temporal refuses
 */
export async function ensureSearchAttributes(
  client: Client,
  keys: readonly SearchAttributeKey[],
  signal?: AbortSignal,
): Promise<void> {
  const known = await knowsSearchAttributes(client, keys);
  try {
    const missing = await missingAmong(client, keys);
    if (known) return;
    if (missing.length > 0) await add(client, missing);
  } catch (error) {
    const code = grpcCode(error);
    if (code === undefined || PASSING.has(code)) throw error;
    // Who may not look, and need not add any, is content.
    if (known) return;
    throw notPrepared(client, keys, firstLine(error), error);
  }
  for (const end = performance.now() + KNOWN_WITHIN_MS; ; await delay(PAUSE_MS, undefined, { signal })) {
    if (await knowsSearchAttributes(client, keys)) return;
    if (performance.now() > end)
      throw notPrepared(client, keys, 'it does not know them after they were added');
  }
}

async function missingAmong(
  client: Client,
  keys: readonly SearchAttributeKey[],
): Promise<SearchAttributeKey[]> {
  const { namespace } = client.options;
  const { customAttributes } = await inTime(client, () =>
    client.connection.operatorService.listSearchAttributes({ namespace }),
  );
  const found = (key: SearchAttributeKey) => customAttributes?.[key.name];
  const other = keys.find((key) => (found(key) ?? TYPES[key.type][0]) !== TYPES[key.type][0]);
  if (other) throw new NamespaceNotPreparedError(otherType(namespace, other.name));
  return keys.filter((key) => found(key) === undefined);
}

async function add(client: Client, keys: readonly SearchAttributeKey[]): Promise<void> {
  const { namespace } = client.options;
  const searchAttributes = Object.fromEntries(keys.map(({ name, type }) => [name, TYPES[type][0]]));
  try {
    await inTime(client, () =>
      client.connection.operatorService.addSearchAttributes({ namespace, searchAttributes }),
    );
  } catch (error) {
    // Two workers that start at once both add them.
    if (grpcCode(error) !== ALREADY_EXISTS) throw error;
  }
}

function noNamespace(namespace: string, cause: unknown): Error {
  return new NamespaceNotPreparedError(
    `Temporal has no namespace "${namespace}": register it (temporal operator namespace create --namespace ${namespace}), or correct TEMPORAL_NAMESPACE.`,
    { cause },
  );
}

function otherType(namespace: string, name: string): string {
  return `Temporal's namespace "${namespace}" has a search attribute ${name} of another type: give Relance a namespace of its own with TEMPORAL_NAMESPACE.`;
}

function notPrepared(
  client: Client,
  keys: readonly SearchAttributeKey[],
  why: string,
  cause?: unknown,
): Error {
  const list = keys.map(({ name, type }) => `${name}:${TYPES[type][1]}`).join(' ');
  return new NamespaceNotPreparedError(
    `Temporal's namespace "${client.options.namespace}" lacks search attributes and they could not be added (${why}): add ${list} as its administrator.`,
    { cause },
  );
}

function firstLine(error: unknown): string {
  return (error as Error).message.split('\n')[0]!;
}
