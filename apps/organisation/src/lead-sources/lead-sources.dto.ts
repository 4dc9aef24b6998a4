import { LEAD_TYPES } from '@relance/contracts-organisation';
import { idSchema, listOf, queryBoolean } from '@relance/service-runtime';
import { z } from 'zod';
import { pageQueryShape } from '../requests/keyset-page';
import { lineOfText } from '../requests/plain-text';

const name = lineOfText(120).meta({ examples: ['Site du Garage du Port'] });
const category = lineOfText(60)
  .nullable()
  .meta({ description: 'What leads show before the name: « Site › Internet ».', examples: ['Internet'] });
const leadType = z.enum(LEAD_TYPES).meta({ description: 'Type of the leads that come from it.' });
const thankYouUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable()
  .meta({
    description: 'Where the browser goes after the form was sent; null for a page of ours.',
    examples: ['https://garage-du-port.example/merci'],
  });
const active = z.boolean().meta({ description: 'One that is not active takes no lead.' });

export const leadSourceSchema = z
  .strictObject({
    id: z.uuid(),
    name,
    category,
    pointOfSaleId: z.uuid(),
    leadType,
    formToken: z.string().meta({
      description: 'Public: it stands in the address of the form, `POST /forms/{formToken}`.',
      examples: ['mX0p2sYx4wq3T5bC1oJ8hZ7v'],
    }),
    thankYouUrl,
    active,
    version: z.int().meta({ description: 'What `If-Match` says, in quotation marks.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'LeadSource', description: 'Where leads come from by a form on a website.' });
export type LeadSource = z.output<typeof leadSourceSchema>;

export const newLeadSourceSchema = z
  .strictObject({
    name,
    category: category.default(null),
    pointOfSaleId: idSchema,
    leadType,
    thankYouUrl: thankYouUrl.default(null),
    active: active.default(true),
  })
  .meta({
    id: 'NewLeadSource',
    examples: [
      {
        name: 'Site du Garage du Port',
        category: 'Internet',
        pointOfSaleId: '01990000-0000-7000-8000-000000000101',
        leadType: 'VN',
        thankYouUrl: 'https://garage-du-port.example/merci',
      },
    ],
  });
export type NewLeadSource = z.output<typeof newLeadSourceSchema>;

export const leadSourceChangeSchema = z
  .strictObject({ name, category, pointOfSaleId: idSchema, leadType, thankYouUrl, active })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say at least one thing to change.')
  .meta({ id: 'LeadSourceChange', minProperties: 1, examples: [{ active: false }] });
export type LeadSourceChange = z.output<typeof leadSourceChangeSchema>;

export const leadSourceListQuerySchema = z.strictObject({
  ...pageQueryShape(['name', '-name', 'createdAt', '-createdAt']),
  pointOfSaleId: idSchema.optional().meta({ description: 'Only lead sources of this point of sale.' }),
  active: queryBoolean().optional(),
});
export type LeadSourceListQuery = z.output<typeof leadSourceListQuerySchema>;

export const leadSourceListSchema = listOf(leadSourceSchema).meta({ id: 'LeadSourceList' });
