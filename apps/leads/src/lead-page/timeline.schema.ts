import { listOf, pageQuery, queryList } from '@relance/service-runtime';
import { z } from 'zod';
import { TIMELINE_KINDS } from './timeline-kinds';

const kind = z.enum(TIMELINE_KINDS);

export const timelineQuery = z.strictObject({
  kind: queryList(kind).optional().meta({ description: 'Only these; repeat it for several' }),
  ...pageQuery,
});
export type TimelineQuery = z.output<typeof timelineQuery>;

/** One thing that happened to a lead. */
export const timelineItemSchema = z
  .object({
    id: z.string(),
    type: z.string().describe('E.g. `lead.reminderSent`'),
    kind: kind.describe('PAUSE and RESUMPTION frame the time in which the clock stood still (D5)'),
    occurredAt: z.iso.datetime().describe('ISO 8601, UTC'),
    actor: z
      .object({
        kind: z.enum(['user', 'apiKey', 'service', 'system']),
        id: z.string().nullable(),
        name: z.string().nullable().describe('Of a user'),
      })
      .nullable(),
    sentence: z.string().describe('What happened, in French; instants in the zone of the point of sale'),
    text: z.string().nullable().describe('What somebody wrote: of a remark'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'TimelineItem',
    description: 'One thing that happened to a lead',
    examples: [
      {
        ...{ id: '4711', type: 'lead.paused', kind: 'PAUSE', occurredAt: '2026-11-20T10:04:12.000Z' },
        actor: { kind: 'user', id: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e01', name: 'Zoé Martin' },
        ...{ sentence: 'Minuteur en pause : rendez-vous pris (reste 6 min 40 s)', text: null },
        data: { reasons: ['APPOINTMENT'], remainingSeconds: 400 },
      },
    ],
  });
export type TimelineItem = z.output<typeof timelineItemSchema>;

export const timelineSchema = listOf(timelineItemSchema).meta({ id: 'Timeline' });
