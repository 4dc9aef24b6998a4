/**
 * Remembers what was computed for the most recently used keys, and never more than twice `limit` of them.
 *
 * Two generations instead of a linked list: a key used again moves to the young generation, and when that is
 * full the old generation is forgotten as a whole. A hit costs one `Map.get`.
 */
export class RecentMemo<K, V extends object | number> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  constructor(
    private readonly limit: number,
    private readonly compute: (key: K) => V,
  ) {}

  get(key: K): V {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const value = this.old.get(key) ?? this.compute(key);
    if (this.young.size >= this.limit) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }
}
