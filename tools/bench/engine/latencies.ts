/** Durations, or any numbers, of which the percentiles are asked. */
export class Latencies {
  readonly #values: number[] = [];
  #sorted = true;

  add(value: number): void {
    this.#values.push(value);
    this.#sorted = false;
  }

  get count(): number {
    return this.#values.length;
  }

  values(): Iterable<number> {
    return this.#values;
  }

  get mean(): number {
    return this.count === 0 ? Number.NaN : this.#values.reduce((sum, value) => sum + value, 0) / this.count;
  }

  get least(): number {
    return this.#order()[0] ?? Number.NaN;
  }

  get most(): number {
    return this.#order().at(-1) ?? Number.NaN;
  }

  /** @param share between 0 and 1: 0.99 gives the value that 99 % do not exceed */
  percentile(share: number): number {
    const values = this.#order();
    if (values.length === 0) return Number.NaN;
    return values[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]!;
  }

  #order(): readonly number[] {
    if (!this.#sorted) this.#values.sort((a, b) => a - b);
    this.#sorted = true;
    return this.#values;
  }
}
