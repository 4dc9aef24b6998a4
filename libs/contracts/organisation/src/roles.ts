/** Roles a person can have; what each may see and do is said by {@link PERMISSIONS} (S2.12). */
export const ROLES = ['ADMIN', 'MANAGER', 'SALESPERSON', 'CALL_CENTRE', 'MARKETING'] as const;
export type Role = (typeof ROLES)[number];

/** What a role can be allowed to see and do (S2.12). Every operation open to people asks for one of these. */
export const PERMISSIONS = [
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
  'settings.read',
  'settings.write',
  'pointOfSale.write',
  'user.read',
  'user.write',
  'team.write',
  'role.write',
  'apiKey.manage',
  'leadSource.manage',
  'workflow.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const NAMES: ReadonlySet<string> = new Set(PERMISSIONS);

export function isPermission(name: unknown): name is Permission {
  return typeof name === 'string' && NAMES.has(name);
}

/** What Admin can give to another role: everything but the right to give rights. */
export const GRANTABLE_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'role.write',
);

/** What shows leads to whoever may do it, in its answer or in a file: it goes with `lead.read`. */
export const PERMISSIONS_THAT_SHOW_LEADS = [
  'lead.take',
  'lead.assign',
  'lead.declare',
  'lead.appointment',
  'lead.deadline',
  'lead.close',
  'lead.reopen',
  'lead.edit',
  'lead.export',
] as const satisfies readonly Permission[];

const EVERYBODY_ON_LEADS = [
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
] as const satisfies readonly Permission[];

/** What each role may before an Admin decided otherwise; Admin may everything, always. */
export const DEFAULT_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  ADMIN: PERMISSIONS,
  MANAGER: [
    ...EVERYBODY_ON_LEADS,
    'lead.export',
    'lead.import',
    'settings.read',
    'settings.write',
    'user.read',
    'team.write',
  ],
  SALESPERSON: [...EVERYBODY_ON_LEADS, 'settings.read', 'user.read'],
  CALL_CENTRE: [...EVERYBODY_ON_LEADS, 'settings.read', 'user.read'],
  MARKETING: ['lead.read', 'lead.export', 'lead.import', 'settings.read', 'user.read', 'leadSource.manage'],
};
