import { listOf, pageQuery } from '@relance/service-runtime';
import { z } from 'zod';

export const timelineQuery = z.strictObject(pageQuery);
export type TimelineQuery = z.output<typeof timelineQuery>;

/** One thing that happened to a lead. */
export const timelineItemSchema = z
  .object({
    id: z.string(),
    type: z.string().describe('E.g. `lead.reminderSent`'),
    occurredAt: z.iso.datetime().describe('ISO 8601, UTC'),
    actor: z
      .object({
        kind: z.enum(['user', 'apiKey', 'service', 'system']),
        id: z.string().nullable(),
        name: z.string().nullable().describe('Of a user'),
      })
      .nullable(),
    sentence: z.string().describe('What happened, in French; instants in the zone of the point of sale'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineItem', description: 'One thing that happened to a lead' });
export type TimelineItem = z.output<typeof timelineItemSchema>;

export const timelineSchema = listOf(timelineItemSchema).meta({ id: 'Timeline' });
