import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const BLOCK = 200;

/**
 * Gives out system codes (`L-2026-000042`): unique, roughly in order. Numbers are fetched in blocks, so a restart
 * leaves a gap; nothing counts on their being without one.
 */
@Injectable()
export class LeadCodes {
  #numbers: string[] = [];
  #fetching: Promise<void> | undefined;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** `count` new codes. */
  async take(count: number, year: number): Promise<string[]> {
    while (this.#numbers.length < count) {
      this.#fetching ??= this.#fetch(Math.max(BLOCK, count)).finally(() => (this.#fetching = undefined));
      await this.#fetching;
    }
    return this.#numbers.splice(0, count).map((number) => `L-${year}-${number.padStart(6, '0')}`);
  }

  async #fetch(count: number): Promise<void> {
    const rows = await this.dataSource.query<{ number: string }[]>(
      `SELECT nextval('leads.lead_code') AS number FROM generate_series(1, $1)`,
      [count],
    );
    this.#numbers.push(...rows.map((row) => row.number));
  }
}
