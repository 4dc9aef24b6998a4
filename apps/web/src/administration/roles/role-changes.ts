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

/** Rights as the person would have them, by role; what is not there is as it was. */
export type RightsDraft = Partial<Record<Role, Permission[]>>;
export type RightsChange = { role: Role; permission: Permission; granted: boolean };

export function rightsOf(item: RoleRights, draft: RightsDraft): Permission[] {
  return draft[item.role] ?? item.permissions;
}

/** The draft with one right granted or taken away; a role that is as it was before leaves the draft. */
export function toggled(draft: RightsDraft, item: RoleRights, permission: Permission): RightsDraft {
  const before = rightsOf(item, draft);
  const after = before.includes(permission)
    ? before.filter((each) => each !== permission)
    : [...before, permission];
  const rest = { ...draft };
  delete rest[item.role];
  return sameRights(after, item.permissions) ? rest : { ...rest, [item.role]: after };
}

/** What the draft changes, for the summary before saving. */
export function changesOf(items: readonly RoleRights[], draft: RightsDraft): RightsChange[] {
  return items.flatMap((item) => {
    const after = rightsOf(item, draft);
    const all = new Set([...after, ...item.permissions]);
    return [...all]
      .filter((permission) => after.includes(permission) !== item.permissions.includes(permission))
      .map((permission) => ({ role: item.role, permission, granted: after.includes(permission) }));
  });
}

function sameRights(a: readonly Permission[], b: readonly Permission[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
