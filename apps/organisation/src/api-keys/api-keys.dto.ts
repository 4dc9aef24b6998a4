import { API_KEY_PURPOSES } from '@relance/contracts-organisation';
import { listOf, idSchema } from '@relance/service-runtime';
import { z } from 'zod';
import { pageQueryShape } from '../requests/keyset-page';
import { lineOfText } from '../requests/plain-text';

const identity = {
  id: z.uuid(),
  name: lineOfText(120).meta({ examples: ['Site du Garage du Port'] }),
  purpose: z.enum(API_KEY_PURPOSES).meta({ description: 'The one thing this key may be used for.' }),
  pointOfSaleId: idSchema,
};

export const newApiKeySchema = z
  .strictObject({ name: identity.name, purpose: identity.purpose, pointOfSaleId: identity.pointOfSaleId })
  .meta({
    id: 'NewApiKey',
    examples: [
      {
        name: 'Site du Garage du Port',
        purpose: 'LEAD_SOURCE',
        pointOfSaleId: '01990000-0000-7000-8000-000000000101',
      },
    ],
  });
export type NewApiKey = z.output<typeof newApiKeySchema>;

export const createdApiKeySchema = z
  .strictObject({
    ...identity,
    key: z.string().meta({
      description: 'Shown in this answer only; it cannot be read again.',
      examples: ['rlk_mX0p2sYx4wq3T5bC1oJ8hZ7vN6kLrD9eUuGfAaWiHtQ'],
    }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'CreatedApiKey' });
export type CreatedApiKey = z.output<typeof createdApiKeySchema>;

export const apiKeySchema = z
  .strictObject({
    ...identity,
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Right to the minute; null when never used.' }),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey', description: 'An API key without its secret.' });
export type ApiKey = z.output<typeof apiKeySchema>;

export const apiKeyListSchema = listOf(apiKeySchema).meta({ id: 'ApiKeyList' });

export const apiKeyListQuerySchema = z.strictObject({
  ...pageQueryShape(['createdAt', '-createdAt']),
  pointOfSaleId: idSchema.optional().meta({ description: 'Only keys of this point of sale.' }),
});
export type ApiKeyListQuery = z.output<typeof apiKeyListQuerySchema>;

export const apiKeyToResolveSchema = z.strictObject({
  keyHash: z.string().regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 in lower-case hexadecimal.'),
});
export type ApiKeyToResolve = z.output<typeof apiKeyToResolveSchema>;

/** What the gateway learns about the bearer of a key. */
export const resolvedApiKeySchema = z.strictObject(identity).meta({ id: 'ResolvedApiKey' });
export type ResolvedApiKey = z.output<typeof resolvedApiKeySchema>;
