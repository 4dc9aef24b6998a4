import type { UserPrincipal } from '@relance/service-token';
import type { Listener } from './listener';

/** Listeners who see the same points of sale, so that one message serves them all. */
export class Audience {
  readonly listeners = new Set<Listener>();
  readonly #seen: ReadonlySet<string> | 'ALL';

  constructor({ pointOfSaleIds }: UserPrincipal) {
    this.#seen = pointOfSaleIds === 'ALL' ? 'ALL' : new Set(pointOfSaleIds);
  }

  /** One text for all who see the same. */
  static keyOf({ pointOfSaleIds }: UserPrincipal): string {
    return pointOfSaleIds === 'ALL' ? 'ALL' : [...pointOfSaleIds].sort().join(' ');
  }

  readonly sees = (pointOfSaleId: string): boolean => this.#seen === 'ALL' || this.#seen.has(pointOfSaleId);
}
