import type { Permission } from '@relance/contracts-organisation';
import { ForbiddenError } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { isVisible, type Visibility } from '../access/organisation-access.rules';
import { UnknownPointOfSaleError } from '../points-of-sale/points-of-sale.errors';
import type { Membership } from './user.store';
import type { NewUser, User, UserChange } from './users.dto';
import { MoreRightsThanYoursError, OwnAccountError, PointOfSaleNeededError } from './users.errors';

/**
 * What people who are not Admin may do to others where their role lets them (`user.write`): within their own points of
 * sale only, never to who may more than themselves, and never so that somebody is an Admin, or an Admin somebody else.
 */

/** Whether they may know of this person at all. */
export function isSeen(visibility: Visibility, user: User): boolean {
  if (visibility.kind === 'all' || user.id === visibility.userId) return true;
  return user.pointsOfSale.some(({ id }) => isVisible(visibility, id));
}

/** The person as they see them: without points of sale that are none of theirs, and the teams there. */
export function asSeen(visibility: Visibility, user: User): User {
  return {
    ...user,
    pointsOfSale: user.pointsOfSale.filter(({ id }) => isVisible(visibility, id)),
    teams: user.teams.filter(({ pointOfSaleId }) => isVisible(visibility, pointOfSaleId)),
  };
}

/** @throws ForbiddenError, PointOfSaleNeededError, UnknownPointOfSaleError */
export function requireMayAdd(visibility: Visibility, { role, pointsOfSale }: NewUser): void {
  if (visibility.kind === 'all') return;
  if (role === 'ADMIN') throw new ForbiddenError('Only Admin makes somebody Admin.');
  if (pointsOfSale.length === 0) throw new PointOfSaleNeededError();
  refuseForeign(visibility, pointsOfSale);
}

/**
 * Who is not Admin gives nobody a role, and touches nobody of a role, that may what they may not: that would be a way
 * to everything the role may, by a password they choose.
 * @param rights what the roles concerned may at this moment
 * @throws MoreRightsThanYoursError
 */
export function requireMayAsMuch(principal: Principal, rights: Permission[]): void {
  if (principal.kind !== 'user' || principal.role === 'ADMIN') return;
  if (rights.some((right) => !principal.permissions.includes(right))) {
    throw new MoreRightsThanYoursError();
  }
}

/** What an account is to its owner: nobody who is not Admin changes it of their own. */
const OF_ONESELF = ['role', 'active', 'email', 'password'] as const;

function changes(before: User, change: UserChange, name: (typeof OF_ONESELF)[number]): boolean {
  if (change[name] === undefined) return false;
  return name === 'password' || change[name] !== before[name];
}

/**
 * Somebody who works elsewhere too can be given or taken points of sale here; their account, which lets them in
 * everywhere, is for those who may act wherever they work.
 * @throws ForbiddenError, OwnAccountError, UnknownPointOfSaleError
 */
export function requireMayChange(visibility: Visibility, before: User, change: UserChange): void {
  if (visibility.kind === 'all') return;
  if (before.role === 'ADMIN') throw new ForbiddenError('Only Admin edits an Admin.');
  if (change.role === 'ADMIN') throw new ForbiddenError('Only Admin makes somebody Admin.');
  if (before.id === visibility.userId && OF_ONESELF.some((name) => changes(before, change, name))) {
    throw new OwnAccountError();
  }
  const { pointsOfSale, ...account } = change;
  const worksElsewhere = before.pointsOfSale.some(({ id }) => !isVisible(visibility, id));
  if (worksElsewhere && Object.keys(account).length > 0) {
    throw new ForbiddenError('This person works at points of sale that are none of yours: ask an Admin.');
  }
  refuseForeign(visibility, pointsOfSale ?? []);
}

/** Where the person works after the change: what is out of sight stays as it is. */
export function membershipsAfter(visibility: Visibility, before: User, wanted: Membership[]): Membership[] {
  return [...wanted, ...before.pointsOfSale.filter(({ id }) => !isVisible(visibility, id))];
}

function refuseForeign(visibility: Visibility, memberships: Membership[]): void {
  const foreign = memberships.flatMap(({ id }, index) =>
    isVisible(visibility, id) ? [] : [`pointsOfSale.${index}.id`],
  );
  if (foreign.length > 0) throw new UnknownPointOfSaleError(foreign);
}
