import { PERMISSIONS, ROLES } from '@relance/contracts-organisation';
import { z } from 'zod';

const permissions = z
  .array(z.enum(PERMISSIONS))
  .max(PERMISSIONS.length * 2)
  .meta({ description: 'What people of this role may see and do, in their own points of sale (S2.12).' });

export const roleRightsSchema = z
  .strictObject({
    role: z.enum(ROLES),
    permissions,
    editable: z.boolean().meta({ description: 'Admin may everything, always.' }),
    version: z
      .int()
      .min(0)
      .meta({ description: 'In quotes it is the ETag; 0 until somebody edits the role.' }),
  })
  .meta({ id: 'RoleRights' });
export type RoleRights = z.output<typeof roleRightsSchema>;

export const roleListSchema = z.strictObject({ items: z.array(roleRightsSchema) }).meta({ id: 'RoleList' });
export type RoleList = z.output<typeof roleListSchema>;

export const roleParamsSchema = z.strictObject({ role: z.enum(ROLES) });
export type RoleParams = z.output<typeof roleParamsSchema>;

export const newPermissionsSchema = z.strictObject({ permissions }).meta({
  id: 'NewRolePermissions',
  examples: [{ permissions: ['lead.read', 'lead.take', 'settings.read'] }],
});
export type NewPermissions = z.output<typeof newPermissionsSchema>;
