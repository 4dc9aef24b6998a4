import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService } from '@relance/idempotency';
import { StaleError, type ListOf } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { losesAdmin, visibilityOf } from '../access/organisation-access.rules';
import { voidTokensOf } from '../access/void-tokens';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import { unknownPointsOfSale } from '../points-of-sale/point-of-sale.store';
import { UnknownPointOfSaleError } from '../points-of-sale/points-of-sale.errors';
import { SecretKeeper } from '../secrets/secret-keeper';
import { endSessionsOf } from '../sign-in/session.store';
import { hashPassword } from './passwords';
import {
  countOtherAdmins,
  findUser,
  insertUser,
  listUsers,
  lockUser,
  replaceMemberships,
  toUserRecord,
  updateUser,
  type Membership,
  type VersionedUser,
} from './user.store';
import { asSeen, isSeen, membershipsAfter, requireMayAdd, requireMayChange } from './user-scope';
import type { NewUser, User, UserChange, UserListQuery } from './users.dto';
import { EmailTakenError, LastAdminError, UserNotFoundError } from './users.errors';

/** Key of the advisory lock that changes taking Admin rights away wait for, one after the other. */
const ADMIN_RIGHTS_LOCK = 7_301;

/** The people of the group. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
    @Inject(SecretKeeper) private readonly secrets: SecretKeeper,
  ) {}

  list(principal: Principal, query: UserListQuery): Promise<ListOf<User>> {
    return listUsers(this.dataSource, visibilityOf(principal), query);
  }

  /** @throws UserNotFoundError */
  async get(principal: Principal, id: string): Promise<VersionedUser> {
    const found = await findUser(this.dataSource, visibilityOf(principal), id);
    if (!found) throw new UserNotFoundError(id);
    return found;
  }

  /**
   * Who is not Admin adds people to their own points of sale, and no Admin.
   * @throws EmailTakenError, UnknownPointOfSaleError, PointOfSaleNeededError, ForbiddenError
   */
  async create(principal: Principal, idempotencyKey: string | undefined, values: NewUser): Promise<User> {
    requireMayAdd(visibilityOf(principal), values);
    const body = { ...values, password: this.secrets.fingerprint(values.password) };
    const passwordHash = await hashPassword(values.password);
    const answer = await this.idempotency.run(
      principal,
      idempotencyKey,
      { operation: 'users.add', body },
      async (tx) => ({ status: 201, body: await this.add(tx, principal, uuidv7(), values, passwordHash) }),
    );
    return answer.body;
  }

  /** Adds an active user with a chosen id in the caller's transaction, with the event. */
  async add(
    tx: EntityManager,
    author: Author,
    id: string,
    values: Omit<NewUser, 'password'>,
    passwordHash: string,
  ): Promise<User> {
    await this.refuseUnknown(tx, values.pointsOfSale);
    const { name, email, role } = values;
    const inserted = await insertUser(tx, id, { name, email, role, active: true, passwordHash });
    if (!inserted) throw new EmailTakenError();
    await replaceMemberships(tx, id, values.pointsOfSale);
    return (await this.tell(tx, author, id)).user;
  }

  /**
   * Changes what the change names. A new password, another role or the end of the account ends the sessions; whatever
   * an access token says or lets in makes those of the person void.
   * @throws UserNotFoundError, StaleError, LastAdminError, UnknownPointOfSaleError, ForbiddenError
   */
  async change(
    principal: Principal,
    id: string,
    version: number,
    change: UserChange,
  ): Promise<VersionedUser> {
    const visibility = visibilityOf(principal);
    const passwordHash = change.password === undefined ? null : await hashPassword(change.password);
    return this.dataSource.transaction(async (tx) => {
      if (change.role !== undefined || change.active === false) {
        // An advisory lock, not row locks: the first row this transaction touches must be the user's own, or
        // its event could be read before that of a change it has waited for.
        await tx.query('SELECT pg_advisory_xact_lock($1)', [ADMIN_RIGHTS_LOCK]);
      }
      const before = await lockUser(tx, id);
      if (!before || !isSeen(visibility, before.user)) throw new UserNotFoundError(id);
      requireMayChange(visibility, before.user, change);
      if (before.version !== version) throw new StaleError();
      await this.refuseLosingLastAdmin(tx, before.user, change);
      const { name, role, active } = { ...before.user, ...change };
      await updateUser(tx, id, { name, role, active, passwordHash });
      if (change.pointsOfSale) {
        await this.refuseUnknown(tx, change.pointsOfSale);
        await replaceMemberships(tx, id, membershipsAfter(visibility, before.user, change.pointsOfSale));
      }
      if (passwordHash !== null || !active || role !== before.user.role) {
        await endSessionsOf(tx, id, 'USER_CHANGED');
      }
      const after = await this.tell(tx, principal, id);
      if (passwordHash !== null || tokenOf(before.user) !== tokenOf(after.user)) await voidTokensOf(tx, id);
      return { ...after, user: asSeen(visibility, after.user) };
    });
  }

  private async refuseLosingLastAdmin(tx: EntityManager, before: User, change: UserChange): Promise<void> {
    if (losesAdmin(before, change) && (await countOtherAdmins(tx, before.id)) === 0)
      throw new LastAdminError();
  }

  private async refuseUnknown(tx: EntityManager, memberships: Membership[]): Promise<void> {
    const unknown = new Set(
      await unknownPointsOfSale(
        tx,
        memberships.map(({ id }) => id),
      ),
    );
    if (unknown.size === 0) return;
    throw new UnknownPointOfSaleError(
      memberships.flatMap(({ id }, index) => (unknown.has(id) ? [`pointsOfSale.${index}.id`] : [])),
    );
  }

  private async tell(tx: EntityManager, author: Author, id: string): Promise<VersionedUser> {
    const saved = await findUser(tx, { kind: 'all' }, id);
    if (!saved) throw new UserNotFoundError(id);
    await appendOrganisationEvent(tx, author, 'user.saved', id, { user: toUserRecord(saved.user) });
    return saved;
  }
}

/** What access tokens say of a person: when it changes, those they hold are void. */
function tokenOf({ role, active, pointsOfSale }: User): string {
  return [role, active, ...pointsOfSale.map(({ id }) => id)].join();
}
