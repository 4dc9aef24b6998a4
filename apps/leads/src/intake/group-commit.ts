/** What became of one item: its result, or why it alone failed. */
export type Outcome<R> = { ok: true; value: R } | { ok: false; error: unknown };

type Waiting<I, R> = { item: I; resolve(value: R): void; reject(error: unknown): void };

/**
 * Lets items that arrive while the database is busy go in together: the busier it is, the larger the groups, and an
 * item that comes alone never waits. An item is acknowledged only after `write` of its group resolved.
 */
export class GroupCommit<I, R> {
  readonly #queue: Waiting<I, R>[] = [];
  #writing = 0;

  /**
   * @param write gives one outcome for each item, in order; a rejection fails the whole group
   * @param limits `parallel` groups at once, of at most `size` items
   */
  constructor(
    private readonly write: (items: I[]) => Promise<Outcome<R>[]>,
    private readonly limits: { parallel: number; size: number },
  ) {}

  add(item: I): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.#queue.push({ item, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    while (this.#writing < this.limits.parallel && this.#queue.length > 0) {
      const group = this.#queue.splice(0, this.limits.size);
      this.#writing += 1;
      void this.#writeGroup(group);
    }
  }

  async #writeGroup(group: Waiting<I, R>[]): Promise<void> {
    try {
      const outcomes = await this.write(group.map((waiting) => waiting.item));
      group.forEach((waiting, index) => {
        const outcome = outcomes[index]!;
        if (outcome.ok) waiting.resolve(outcome.value);
        else waiting.reject(outcome.error);
      });
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    } finally {
      this.#writing -= 1;
      this.#next();
    }
  }
}
