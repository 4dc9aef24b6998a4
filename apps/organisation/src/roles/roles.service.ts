import { Inject, Injectable } from '@nestjs/common';
import {
  GRANTABLE_PERMISSIONS,
  PERMISSIONS,
  PERMISSIONS_THAT_SHOW_LEADS,
  type Permission,
  type Role,
} from '@relance/contracts-organisation';
import { lockSubject } from '@relance/event-log';
import { StaleError } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { appendOrganisationEvent } from '../events/organisation-log';
import { findRoleRights, listRoleRights, saveRoleRights } from './role-rights.store';
import type { RoleRights } from './roles.dto';
import { LeadReadNeededError, PermissionNotGrantableError, RoleNotEditableError } from './roles.errors';

/** Subjects of events are UUIDs; that of a role follows from its name. */
const ROLE_NAMESPACE = '6f1d7a8e-3c52-5b0e-9a44-0c7d5e2b9f13';

/** What each role may see and do (S2.12). An edit holds everywhere within two seconds. */
@Injectable()
export class RolesService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  list(): Promise<RoleRights[]> {
    return listRoleRights(this.dataSource);
  }

  /**
   * @throws RoleNotEditableError, PermissionNotGrantableError, LeadReadNeededError, StaleError when it is not at
   * `version` any more
   */
  async save(
    principal: Principal,
    role: Role,
    version: number,
    permissions: Permission[],
  ): Promise<RoleRights> {
    if (role === 'ADMIN') throw new RoleNotEditableError();
    refuseUngrantable(permissions);
    refuseActingUnseen(permissions);
    return this.dataSource.transaction(async (tx) => {
      const subject = uuidv5(role, ROLE_NAMESPACE);
      await lockSubject(tx, subject);
      const before = await findRoleRights(tx, role);
      if (before.version !== version) throw new StaleError();
      const after: RoleRights = {
        ...before,
        permissions: PERMISSIONS.filter((permission) => permissions.includes(permission)),
        version: version + 1,
      };
      await saveRoleRights(tx, after);
      await appendOrganisationEvent(tx, principal, 'role.permissionsSaved', subject, {
        role,
        permissions: after.permissions,
      });
      return after;
    });
  }
}

function refuseUngrantable(permissions: Permission[]): void {
  const refused = permissions.flatMap((permission, index) =>
    GRANTABLE_PERMISSIONS.includes(permission) ? [] : [index],
  );
  if (refused.length > 0) throw new PermissionNotGrantableError(refused);
}

function refuseActingUnseen(permissions: Permission[]): void {
  if (permissions.includes('lead.read')) return;
  const shown: readonly Permission[] = PERMISSIONS_THAT_SHOW_LEADS;
  const refused = permissions.flatMap((permission, index) => (shown.includes(permission) ? [index] : []));
  if (refused.length > 0) throw new LeadReadNeededError(refused);
}
