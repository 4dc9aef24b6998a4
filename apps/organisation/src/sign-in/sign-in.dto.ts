import { PERMISSIONS, ROLES } from '@relance/contracts-organisation';
import { z } from 'zod';
import { emailSchema, passwordSchema } from '../users/users.dto';

export const credentialsSchema = z
  .strictObject({
    email: emailSchema,
    password: z.string().min(1).max(1000).meta({ format: 'password' }),
  })
  .meta({
    id: 'Credentials',
    examples: [{ email: 'admin@relance.example', password: 'Relance-demo-2026' }],
  });
export type Credentials = z.output<typeof credentialsSchema>;

export const passwordChangeSchema = z
  .strictObject({ currentPassword: credentialsSchema.shape.password, newPassword: passwordSchema })
  .meta({
    id: 'PasswordChange',
    examples: [{ currentPassword: 'Relance-demo-2026', newPassword: 'une phrase assez longue' }],
  });
export type PasswordChange = z.output<typeof passwordChangeSchema>;

export const signedInUserSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    pointsOfSale: z
      .array(z.strictObject({ id: z.uuid(), name: z.string() }))
      .meta({ description: 'Those this person may see; all of them for Admin.' }),
    permissions: z.array(z.enum(PERMISSIONS)).meta({
      description: 'What this person may see and do at this moment, in those points of sale (S2.12).',
    }),
  })
  .meta({ id: 'SignedInUser' });
export type SignedInUser = z.output<typeof signedInUserSchema>;

export const signedInSchema = z
  .strictObject({
    accessToken: z.string().meta({ description: 'Send it as `Authorization: Bearer …`.' }),
    expiresAt: z.iso.datetime().meta({ description: 'End of the access token; refresh before it.' }),
    user: signedInUserSchema,
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.output<typeof signedInSchema>;
