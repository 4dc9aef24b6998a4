import { Inject, Injectable } from '@nestjs/common';
import type { Permission, Role } from '@relance/contracts-organisation';
import { IdempotencyService } from '@relance/idempotency';
import { StaleError, type ListOf } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { losesAdmin, visibilityOf } from '../access/organisation-access.rules';
import { voidTokensOf } from '../access/void-tokens';
import { closePasswordLinks } from '../password-links/password-link.store';
import { PasswordLinksService } from '../password-links/password-links.service';
import { findRoleRights } from '../roles/role-rights.store';
import { SecretKeeper } from '../secrets/secret-keeper';
import { endSessionsOf } from '../sign-in/session.store';
import { leavingTeams, lockTeams } from '../teams/team-membership';
import { hashPassword } from './passwords';
import { addUser, refuseUnknownMemberships, tellUser } from './user-registration';
import {
  asSeen,
  isSeen,
  membershipsAfter,
  requireMayAdd,
  requireMayAsMuch,
  requireMayChange,
} from './user-scope';
import {
  countOtherAdmins,
  findUser,
  listUsers,
  lockUser,
  replaceMemberships,
  updateUser,
  type VersionedUser,
} from './user.store';
import type { NewUser, User, UserChange, UserListQuery } from './users.dto';
import {
  EmailTakenError,
  LastAdminError,
  NothingToInviteToError,
  OwnAccountError,
  UserNotFoundError,
} from './users.errors';

/** Key of the advisory lock that changes taking Admin rights away wait for, one after the other. */
const ADMIN_RIGHTS_LOCK = 7_301;

/** The people of the group. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
    @Inject(SecretKeeper) private readonly secrets: SecretKeeper,
    @Inject(PasswordLinksService) private readonly links: PasswordLinksService,
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
   * Adds a user; without a password they are sent an invitation to choose one. Who is not Admin adds people to their
   * own points of sale, and nobody who may more than themselves.
   * @throws EmailTakenError, UnknownPointOfSaleError, PointOfSaleNeededError, ForbiddenError, MoreRightsThanYoursError,
   * TooManyAttemptsError
   */
  async create(principal: Principal, idempotencyKey: string | undefined, values: NewUser): Promise<User> {
    requireMayAdd(visibilityOf(principal), values);
    const { password } = values;
    const passwordChosen = password !== undefined;
    const body = passwordChosen ? { ...values, password: this.secrets.fingerprint(password) } : values;
    const passwordHash = await hashPassword(password ?? randomBytes(32).toString('base64url'));
    const request = { operation: 'users.add', body };
    const { body: user } = await this.idempotency.run(principal, idempotencyKey, request, async (tx) => {
      requireMayAsMuch(principal, await rightsOf(tx, [values.role]));
      const added = await addUser(tx, principal, uuidv7(), values, { passwordHash, passwordChosen });
      if (!passwordChosen) await this.links.invite(tx, added);
      return { status: 201, body: added };
    });
    if (!passwordChosen) this.links.sendSoon();
    return user;
  }

  /**
   * Sends somebody who has chosen no password yet another invitation, in place of the one before.
   * @throws UserNotFoundError, NothingToInviteToError, ForbiddenError, MoreRightsThanYoursError, TooManyAttemptsError
   */
  async inviteAgain(principal: Principal, idempotencyKey: string | undefined, id: string): Promise<void> {
    const request = { operation: 'users.invite', body: { id } };
    await this.idempotency.run(principal, idempotencyKey, request, async (tx) => {
      const { user } = await lockWithinScope(tx, principal, id, { active: true });
      if (!user.invited || !user.active) throw new NothingToInviteToError();
      await this.links.invite(tx, user);
      return { status: 202, body: null };
    });
    this.links.sendSoon();
  }

  /**
   * Changes what the change names. A new password, another role or the end of the account ends the sessions; whatever
   * an access token says or lets in makes those of the person void. Who loses a point of sale leaves its teams.
   * @throws UserNotFoundError, StaleError, LastAdminError, EmailTakenError, UnknownPointOfSaleError, ForbiddenError,
   * MoreRightsThanYoursError, OwnAccountError
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
      await lockFirst(tx, change);
      const before = await lockWithinScope(tx, principal, id, change);
      if (before.version !== version) throw new StaleError();
      await refuseLosingLastAdmin(tx, before.user, change);
      const { name, email, role, active } = { ...before.user, ...change };
      if (!(await updateUser(tx, id, { name, email, role, active, passwordHash })))
        throw new EmailTakenError();
      if (change.pointsOfSale) {
        await refuseUnknownMemberships(tx, change.pointsOfSale);
        const memberships = membershipsAfter(visibility, before.user, change.pointsOfSale);
        const kept = memberships.map((membership) => membership.id);
        await leavingTeams(tx, principal, id, kept, () => replaceMemberships(tx, id, memberships));
      }
      const after = await tellUser(tx, principal, id);
      await endWhatIsOver(tx, before.user, after.user, passwordHash !== null);
      return { ...after, user: asSeen(visibility, after.user) };
    });
  }
}

/**
 * Advisory locks, not row locks: the first row a change touches must be the user's own, or its event could be read
 * before that of a change it has waited for.
 */
async function lockFirst(tx: EntityManager, change: UserChange): Promise<void> {
  if (change.role !== undefined || change.active === false) {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [ADMIN_RIGHTS_LOCK]);
  }
  if (change.pointsOfSale) await lockTeams(tx);
}

/** The user, held until the transaction ends, if the caller may change them so. */
async function lockWithinScope(
  tx: EntityManager,
  principal: Principal,
  id: string,
  change: UserChange,
): Promise<VersionedUser> {
  const visibility = visibilityOf(principal);
  if (change.password !== undefined && principal.kind === 'user' && principal.userId === id)
    throw new OwnAccountError();
  const before = await lockUser(tx, id);
  if (!before || !isSeen(visibility, before.user)) throw new UserNotFoundError(id);
  requireMayChange(visibility, before.user, change);
  const roles = [before.user.role, change.role ?? before.user.role];
  requireMayAsMuch(principal, await rightsOf(tx, roles));
  return before;
}

/** What people of these roles may, as this transaction sees it. */
async function rightsOf(tx: EntityManager, roles: Role[]): Promise<Permission[]> {
  const rights: Permission[] = [];
  for (const role of new Set(roles)) rights.push(...(await findRoleRights(tx, role)).permissions);
  return rights;
}

async function refuseLosingLastAdmin(tx: EntityManager, before: User, change: UserChange): Promise<void> {
  if (losesAdmin(before, change) && (await countOtherAdmins(tx, before.id)) === 0) throw new LastAdminError();
}

/** Ends sessions, access tokens and links that say, or were sent by, what is not so any more. */
async function endWhatIsOver(tx: EntityManager, before: User, after: User, password: boolean): Promise<void> {
  const { id, active, role, email } = after;
  if (password || !active || role !== before.role) await endSessionsOf(tx, id, 'USER_CHANGED');
  if (password || tokenOf(before) !== tokenOf(after)) await voidTokensOf(tx, id);
  if (password || !active || email !== before.email) await closePasswordLinks(tx, id);
}

/** What access tokens say of a person: when it changes, those they hold are void. */
function tokenOf({ role, active, pointsOfSale }: User): string {
  return [role, active, ...pointsOfSale.map(({ id }) => id)].join();
}
