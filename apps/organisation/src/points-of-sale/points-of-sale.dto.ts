import { LEAD_TYPES } from '@relance/contracts-organisation';
import { listOf, queryBoolean } from '@relance/service-runtime';
import { z } from 'zod';
import { pageQueryShape } from '../requests/keyset-page';
import { lineOfText } from '../requests/plain-text';
import { timeZoneSchema } from './time-zone';

const name = lineOfText(120).meta({ examples: ['Garage du Port'] });
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Must be two capital letters (ISO 3166-1).')
  .meta({ description: 'ISO 3166-1 alpha-2 code.', examples: ['FR'] });
const brands = z
  .array(lineOfText(60))
  .max(50)
  .meta({ description: 'Brands sold; one written twice is kept once.', examples: [['Peugeot']] });
const tradeAttributes = z
  .array(z.enum(LEAD_TYPES))
  .max(20)
  .meta({
    description: 'Types of lead handled here (S1.11); one written twice is kept once.',
    examples: [['VN', 'VO', 'APV', 'VD']],
  });
const departments = z
  .array(lineOfText(40))
  .max(50)
  .meta({
    description: 'Short names of its departments, in the order given; one written twice is kept once.',
    examples: [['Ventes neuves', 'Occasions', 'Après-vente']],
  });
const active = z.boolean().meta({
  description: 'One that is not active is kept for what happened there: its API keys are good no more.',
});

export const pointOfSaleSchema = z
  .strictObject({
    id: z.uuid(),
    name,
    timeZone: z.string().meta({ examples: ['Europe/Paris'] }),
    country,
    brands,
    tradeAttributes,
    departments,
    active,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'PointOfSale', description: 'A dealership site.' });
export type PointOfSale = z.output<typeof pointOfSaleSchema>;

export const newPointOfSaleSchema = z
  .strictObject({
    name,
    timeZone: timeZoneSchema,
    country: country.default('FR'),
    brands: brands.default([]),
    tradeAttributes: tradeAttributes.default([...LEAD_TYPES]),
    departments: departments.default([]),
    active: active.default(true),
  })
  .meta({
    id: 'NewPointOfSale',
    examples: [
      {
        name: 'Garage du Port',
        timeZone: 'Europe/Paris',
        country: 'FR',
        brands: ['Peugeot'],
        tradeAttributes: ['VN', 'VO', 'APV', 'VD'],
        departments: ['Ventes neuves', 'Occasions', 'Après-vente'],
      },
    ],
  });
export type NewPointOfSale = z.output<typeof newPointOfSaleSchema>;

export const pointOfSaleChangeSchema = z
  .strictObject({ name, timeZone: timeZoneSchema, country, brands, tradeAttributes, departments, active })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say at least one thing to change.')
  .meta({ id: 'PointOfSaleChange', minProperties: 1, examples: [{ name: 'Garage du Vieux-Port' }] });
export type PointOfSaleChange = z.output<typeof pointOfSaleChangeSchema>;

export const pointOfSaleListQuerySchema = z.strictObject({
  ...pageQueryShape(['name', '-name', 'createdAt', '-createdAt']),
  active: queryBoolean().optional(),
});
export type PointOfSaleListQuery = z.output<typeof pointOfSaleListQuerySchema>;

export const pointOfSaleListSchema = listOf(pointOfSaleSchema).meta({ id: 'PointOfSaleList' });
