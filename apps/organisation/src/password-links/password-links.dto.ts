import { z } from 'zod';
import { emailSchema, passwordSchema } from '../users/users.dto';

export const passwordResetSchema = z
  .strictObject({ email: emailSchema })
  .meta({ id: 'PasswordReset', examples: [{ email: 'zoe.martin@relance.example' }] });
export type PasswordReset = z.output<typeof passwordResetSchema>;

export const passwordResetConfirmationSchema = z
  .strictObject({
    token: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,200}$/, 'Must be the token of a link.')
      .meta({ description: 'The last part of the link.', maxLength: 200 }),
    password: passwordSchema,
  })
  .meta({
    id: 'PasswordResetConfirmation',
    examples: [{ token: 'Zk3vQ0m6hT1x8sYb2pLr5uWc9aJd4eGf7nHiKoMqRtU', password: 'une phrase assez longue' }],
  });
export type PasswordResetConfirmation = z.output<typeof passwordResetConfirmationSchema>;
