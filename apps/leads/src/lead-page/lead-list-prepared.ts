import { hash } from 'node:crypto';

/** Each connection keeps the plan of each statement that has a name: tens of kilobytes. */
const MAX_NAMES = 64;
const MAX_WATCHED = 1_000;
/** A shape has to come so often before it gets a name. */
const USES_BEFORE_NAME = 3;

/**
 * Names for statements that are asked again and again with other values, so that PostgreSQL plans them once per
 * connection (planning a page of leads takes as long as reading it). The first {@link MAX_NAMES} that come back have one.
 */
export class PreparedShapes {
  readonly #names = new Map<string, string>();
  readonly #uses = new Map<string, number>();

  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= MAX_NAMES) return name;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses < USES_BEFORE_NAME) {
      if (this.#uses.size >= MAX_WATCHED) this.#uses.clear();
      this.#uses.set(text, uses);
      return undefined;
    }
    this.#uses.delete(text);
    const given = `leads-${hash('sha256', text, 'base64url').slice(0, 16)}`;
    this.#names.set(text, given);
    return given;
  }
}
