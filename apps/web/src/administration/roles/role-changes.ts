import type { components } from '../../api/schema';

export type RoleRights = components['schemas']['RoleRights'];
export type Role = RoleRights['role'];
export type Permission = RoleRights['permissions'][number];

/** The rights in the order in which people read them; the groups are headings of the table. */
export const PERMISSION_GROUPS = [
  {
    group: 'lead',
    permissions: [
      'lead.read',
      'lead.create',
      'lead.take',
      'lead.assign',
      'lead.declare',
      'lead.appointment',
      'lead.deadline',
      'lead.close',
      'lead.reopen',
      'lead.edit',
      'lead.export',
      'lead.import',
      'workflow.read',
    ],
  },
  { group: 'settings', permissions: ['settings.read', 'settings.write'] },
  {
    group: 'administration',
    permissions: [
      'user.read',
      'user.write',
      'team.write',
      'pointOfSale.write',
      'leadSource.manage',
      'apiKey.manage',
      'role.write',
    ],
  },
] as const satisfies { group: string; permissions: Permission[] }[];

/** Only Admin can have it: whoever edits rights could give themselves all others. */
export const NOT_GRANTABLE: readonly Permission[] = ['role.write'];

/**
 * Rights as the person would have them, by role, with what the role was when the first of them was changed: somebody
 * else's change since then is told when one saves, not written over. A role that is not there is as it was.
 */
export type RightsDraft = Partial<Record<Role, { over: RoleRights; permissions: Permission[] }>>;
export type RightsChange = { role: Role; permission: Permission; granted: boolean };
/** What is saved of a role, and what its rights were before. */
export type RightsEdit = {
  role: Role;
  permissions: Permission[];
  version: number;
  before: Permission[];
};

export function rightsOf(item: RoleRights, draft: RightsDraft): Permission[] {
  return draft[item.role]?.permissions ?? item.permissions;
}

/** The draft with one right granted or taken away; a role that is as it was before leaves the draft. */
export function toggled(draft: RightsDraft, item: RoleRights, permission: Permission): RightsDraft {
  const over = draft[item.role]?.over ?? item;
  const before = rightsOf(item, draft);
  const after = before.includes(permission)
    ? before.filter((each) => each !== permission)
    : [...before, permission];
  return sameRights(after, over.permissions)
    ? withoutRoles(draft, [item.role])
    : { ...draft, [item.role]: { over, permissions: after } };
}

/** The draft once these roles are settled. */
export function withoutRoles(draft: RightsDraft, roles: readonly Role[]): RightsDraft {
  return Object.fromEntries(Object.entries(draft).filter(([role]) => !roles.includes(role as Role)));
}

/** What the draft changes, for the summary before saving. */
export function changesOf(draft: RightsDraft): RightsChange[] {
  return editsOf(draft).flatMap(({ role, permissions, before }) =>
    [...new Set([...permissions, ...before])]
      .filter((permission) => permissions.includes(permission) !== before.includes(permission))
      .map((permission) => ({ role, permission, granted: permissions.includes(permission) })),
  );
}

/** What the draft has to save, role by role. */
export function editsOf(draft: RightsDraft): RightsEdit[] {
  return Object.values(draft).map(({ over, permissions }) => ({
    role: over.role,
    permissions,
    version: over.version,
    before: over.permissions,
  }));
}

/** What puts back what was, over what was just saved. */
export function undoOf(saved: readonly RoleRights[], edits: readonly RightsEdit[]): RightsEdit[] {
  return saved.flatMap(({ role, version, permissions }) =>
    edits
      .filter((edit) => edit.role === role)
      .map(({ before }) => ({ role, version, permissions: before, before: permissions })),
  );
}

function sameRights(a: readonly Permission[], b: readonly Permission[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
