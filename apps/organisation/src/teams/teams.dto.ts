import { idSchema, listOf } from '@relance/service-runtime';
import { z } from 'zod';
import { pageQueryShape } from '../requests/keyset-page';
import { lineOfText } from '../requests/plain-text';

const name = lineOfText(120).meta({ examples: ['Ventes neuves'] });
const memberIds = z
  .array(idSchema)
  .max(500)
  .meta({
    description: 'Ids of users who belong to the point of sale; one named twice is kept once.',
    examples: [['01990000-0000-7000-8000-000000000203']],
  });

export const teamSchema = z
  .strictObject({
    id: z.uuid(),
    name,
    pointOfSaleId: z.uuid(),
    members: z
      .array(z.strictObject({ id: z.uuid(), name: z.string(), active: z.boolean() }))
      .meta({ description: 'In the order of their names.' }),
    version: z.int().meta({ description: 'What `If-Match` says, in quotation marks.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Team', description: 'People of one point of sale who work together.' });
export type Team = z.output<typeof teamSchema>;

export const newTeamSchema = z
  .strictObject({ name, pointOfSaleId: idSchema, memberIds: memberIds.default([]) })
  .meta({
    id: 'NewTeam',
    examples: [
      {
        name: 'Ventes neuves',
        pointOfSaleId: '01990000-0000-7000-8000-000000000101',
        memberIds: ['01990000-0000-7000-8000-000000000203'],
      },
    ],
  });
export type NewTeam = z.output<typeof newTeamSchema>;

export const teamChangeSchema = z
  .strictObject({ name, memberIds })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say at least one thing to change.')
  .meta({ id: 'TeamChange', minProperties: 1, examples: [{ name: 'Véhicules neufs' }] });
export type TeamChange = z.output<typeof teamChangeSchema>;

export const teamListQuerySchema = z.strictObject({
  ...pageQueryShape(['name', '-name', 'createdAt', '-createdAt']),
  pointOfSaleId: idSchema.optional().meta({ description: 'Only teams of this point of sale.' }),
});
export type TeamListQuery = z.output<typeof teamListQuerySchema>;

export const teamListSchema = listOf(teamSchema).meta({ id: 'TeamList' });
