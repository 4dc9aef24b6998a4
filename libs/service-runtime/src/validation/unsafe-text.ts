/// <reference lib="es2024.string" />
import type { FieldError } from '../problems/domain-error';

const NUL = '\u0000';

function complaint(text: string): string | undefined {
  if (text.includes(NUL)) return 'must not contain the character NUL';
  return text.isWellFormed() ? undefined : 'must be well-formed Unicode';
}

/**
 * Finds the first text PostgreSQL could not store: one with a NUL, or with half a surrogate pair. Keys are looked
 * at like values. Walks without recursion, so that no depth of nesting can exhaust the stack.
 */
export function findUnsafeText(value: unknown): FieldError | undefined {
  if (typeof value === 'string') {
    const message = complaint(value);
    return message === undefined ? undefined : { path: '', message };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const pending: { node: object; path: string }[] = [{ node: value, path: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const [key, child] of Object.entries(next.node) as [string, unknown][]) {
      if (typeof child === 'string') {
        const message = complaint(child) ?? complaint(key);
        if (message !== undefined) return { path: join(next.path, key), message };
      } else {
        const message = complaint(key);
        if (message !== undefined) return { path: join(next.path, key), message };
        if (typeof child === 'object' && child !== null && !Buffer.isBuffer(child)) {
          pending.push({ node: child, path: join(next.path, key) });
        }
      }
    }
  }
  return undefined;
}

/** The path in an answer must itself be harmless text. */
function join(parent: string, key: string): string {
  const safe = key.toWellFormed().replaceAll(NUL, '�');
  return parent === '' ? safe : `${parent}.${safe}`;
}
