/**
 * Keeps what was used lately: at least the last `perGeneration` keys, at most twice as many. Two generations rather than an
 * order of use: a Map that things are taken out of at its beginning has to step over every gap to find the next.
 */
export class RecentMap<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(private readonly perGeneration: number) {}

  get(key: string): Value | undefined {
    const value = this.#young.get(key);
    if (value !== undefined) return value;
    const aged = this.#old.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  set(key: string, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size < this.perGeneration) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
