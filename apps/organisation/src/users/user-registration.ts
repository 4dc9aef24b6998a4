import type { EntityManager } from 'typeorm';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import { unknownPointsOfSale } from '../points-of-sale/point-of-sale.store';
import { UnknownPointOfSaleError } from '../points-of-sale/points-of-sale.errors';
import {
  findUser,
  insertUser,
  replaceMemberships,
  toUserRecord,
  type Membership,
  type VersionedUser,
} from './user.store';
import type { NewUser, User } from './users.dto';
import { EmailTakenError, UserNotFoundError } from './users.errors';

/** How somebody who is added gets their password: it was chosen for them, or they will choose it by a link. */
export type FirstPassword = { passwordHash: string; passwordChosen: boolean };

/**
 * Adds an active user with a chosen id in the caller's transaction, with the event.
 * @throws EmailTakenError, UnknownPointOfSaleError
 */
export async function addUser(
  tx: EntityManager,
  author: Author,
  id: string,
  values: Omit<NewUser, 'password'>,
  password: FirstPassword,
): Promise<User> {
  await refuseUnknownMemberships(tx, values.pointsOfSale);
  const { name, email, role, pointsOfSale } = values;
  if (!(await insertUser(tx, id, { name, email, role, active: true, ...password })))
    throw new EmailTakenError();
  await replaceMemberships(tx, id, pointsOfSale);
  return (await tellUser(tx, author, id)).user;
}

/** @throws UnknownPointOfSaleError */
export async function refuseUnknownMemberships(tx: EntityManager, memberships: Membership[]): Promise<void> {
  const unknown = await unknownPointsOfSale(
    tx,
    memberships.map(({ id }) => id),
  );
  const paths = memberships.flatMap(({ id }, index) =>
    unknown.includes(id) ? [`pointsOfSale.${index}.id`] : [],
  );
  if (paths.length > 0) throw new UnknownPointOfSaleError(paths);
}

/** Appends `user.saved` with the user as they are now, and gives them. */
export async function tellUser(tx: EntityManager, author: Author, id: string): Promise<VersionedUser> {
  const saved = await findUser(tx, { kind: 'all' }, id);
  if (!saved) throw new UserNotFoundError(id);
  await appendOrganisationEvent(tx, author, 'user.saved', id, { user: toUserRecord(saved.user) });
  return saved;
}
