import { LEAD_TYPES, ROLES } from '@relance/contracts-organisation';
import { listOf, queryBoolean, idSchema } from '@relance/service-runtime';
import { z } from 'zod';
import { pageQueryShape } from '../requests/keyset-page';
import { characterCount, lineOfText } from '../requests/plain-text';

/** Longest e-mail address that can be delivered to. */
const MAX_EMAIL_LENGTH = 254;
/** As RFC 5321 has it: at most 64 characters before the @, and no part of the domain begins or ends with a hyphen. */
const EMAIL =
  /^(?=[^@]{1,64}@)(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

const name = lineOfText(120).meta({ examples: ['Zoé Martin'] });

/** Length is checked before the pattern sees the text. */
export const emailSchema = z
  .string()
  .max(MAX_EMAIL_LENGTH, { abort: true })
  .check(z.email({ pattern: EMAIL }))
  .meta({ format: 'email', examples: ['zoe.martin@garage-du-port.relance.example'] });

/** Policy: 10 to 128 characters, whatever they are. */
export const passwordSchema = z
  .string()
  .refine(
    (text) => characterCount(text) >= 10 && characterCount(text) <= 128,
    'Must have 10 to 128 characters.',
  )
  .meta({ minLength: 10, maxLength: 128, format: 'password', examples: ['une phrase assez longue'] });

const leadTypes = z
  .array(z.enum(LEAD_TYPES))
  .max(20)
  .meta({ description: 'Types of lead this person handles there (S1.5).', examples: [['VN', 'VO']] });

const memberships = z
  .array(z.strictObject({ id: idSchema, leadTypes }))
  .max(1000)
  .meta({ description: 'Where this person works; a point of sale named twice gets both sets of types.' });

export const userSchema = z
  .strictObject({
    id: z.uuid(),
    name,
    email: z.string(),
    role: z.enum(ROLES),
    active: z.boolean().meta({ description: 'An inactive user cannot sign in.' }),
    invited: z.boolean().meta({ description: 'Was sent an invitation and has chosen no password yet.' }),
    pointsOfSale: z.array(z.strictObject({ id: z.uuid(), name: z.string(), leadTypes })),
    teams: z
      .array(z.strictObject({ id: z.uuid(), name: z.string(), pointOfSaleId: z.uuid() }))
      .meta({ description: 'See `/teams`, where members are changed.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({
    id: 'User',
    description: 'A person; only points of sale the reader may see, and their teams, are named.',
  });
export type User = z.output<typeof userSchema>;

export const newUserSchema = z
  .strictObject({
    name,
    email: emailSchema,
    password: passwordSchema.optional().meta({
      description:
        'Without it the person is sent an invitation by e-mail, a link that works once and for seven days.',
    }),
    role: z.enum(ROLES),
    pointsOfSale: memberships.default([]),
  })
  .meta({
    id: 'NewUser',
    examples: [
      {
        name: 'Zoé Martin',
        email: 'zoe.martin@garage-du-port.relance.example',
        password: 'une phrase assez longue',
        role: 'SALESPERSON',
        pointsOfSale: [{ id: '01990000-0000-7000-8000-000000000101', leadTypes: ['VN', 'VO'] }],
      },
    ],
  });
export type NewUser = z.output<typeof newUserSchema>;

export const userChangeSchema = z
  .strictObject({
    name,
    email: emailSchema,
    role: z.enum(ROLES),
    pointsOfSale: memberships,
    active: z.boolean(),
    password: passwordSchema,
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say at least one thing to change.')
  .meta({ id: 'UserChange', minProperties: 1, examples: [{ active: false }] });
export type UserChange = z.output<typeof userChangeSchema>;

export const userListQuerySchema = z.strictObject({
  ...pageQueryShape(['name', '-name', 'createdAt', '-createdAt']),
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Part of the name or of the e-mail address, whatever its case and accents.' }),
  role: z.enum(ROLES).optional(),
  pointOfSaleId: idSchema.optional().meta({ description: 'Only people who work at this point of sale.' }),
  active: queryBoolean().optional(),
});
export type UserListQuery = z.output<typeof userListQuerySchema>;

export const userListSchema = listOf(userSchema).meta({ id: 'UserList' });
