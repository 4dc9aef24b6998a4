import { canSeePointOfSale, type Principal } from '@relance/service-token';
import type { PointOfSale } from '../organisation-projection/point-of-sale-directory';
import {
  ForeignPointOfSaleError,
  PointOfSaleInactiveError,
  PointOfSaleNeededError,
  UnknownPointOfSaleError,
} from './intake.errors';

/**
 * Which point of sale a lead is taken in for: the one asked for, else the only one its sender has.
 * @throws PointOfSaleNeededError, ForeignPointOfSaleError
 */
export function pointOfSaleFor(principal: Principal, asked: string | null | undefined): string {
  const pointOfSaleId = asked?.toLowerCase() ?? onlyPointOfSale(principal);
  if (!pointOfSaleId) throw new PointOfSaleNeededError();
  if (!canSeePointOfSale(principal, pointOfSaleId)) throw new ForeignPointOfSaleError();
  return pointOfSaleId;
}

/** A point of sale that takes leads. @throws UnknownPointOfSaleError, PointOfSaleInactiveError */
export function requireOpen(pointOfSale: PointOfSale | undefined): PointOfSale {
  if (!pointOfSale) throw new UnknownPointOfSaleError();
  if (!pointOfSale.active) throw new PointOfSaleInactiveError();
  return pointOfSale;
}

function onlyPointOfSale(principal: Principal): string | undefined {
  if (principal.kind === 'apiKey') return principal.pointOfSaleId;
  if (
    principal.kind === 'user' &&
    principal.pointOfSaleIds !== 'ALL' &&
    principal.pointOfSaleIds.length === 1
  ) {
    return principal.pointOfSaleIds[0];
  }
  return undefined;
}
