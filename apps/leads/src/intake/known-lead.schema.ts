import { z } from 'zod';
import { leadSchema } from '../lead-page/lead.schema';

/** What a source is told of a lead that its external id stands for, when the lead is not its own to read. */
export const knownLeadSchema = leadSchema
  .pick({ id: true, code: true, status: true, source: true, externalId: true, contact: true })
  .meta({
    id: 'KnownLead',
    description:
      'A lead that is known already, to who may not read it; `source` and `contact` are those just sent',
  });
export type KnownLeadView = z.output<typeof knownLeadSchema>;

/** The answer to an external id that is known already. */
export const knownAnswerSchema = z.union([leadSchema, knownLeadSchema]);
