import { CONTACT_STATUSES, LEAD_STATUSES, PAUSE_REASONS } from '@relance/contracts-leads';
import { LEAD_TYPES } from '@relance/contracts-organisation';
import { z } from 'zod';
import { VehicleSchema } from '../intake/new-lead.schema';

const instant = z.iso.datetime().describe('ISO 8601, UTC');

/** What the API says of a lead. Everything about time follows from stored instants and the time of the question. */
export const leadSchema = z
  .object({
    id: z.uuid(),
    code: z.string().describe('System code, e.g. L-2026-000042'),
    pointOfSaleId: z.uuid(),
    type: z.enum(LEAD_TYPES),
    source: z.object({ name: z.string(), category: z.string().nullable() }),
    tags: z.array(z.string()),
    contact: z.object({
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable().describe('E.164'),
    }),
    message: z.string().nullable(),
    vehicle: VehicleSchema.nullable(),
    tradeIns: z.array(VehicleSchema),
    externalId: z.string().nullable(),
    assigneeId: z.uuid().nullable(),
    status: z.enum(LEAD_STATUSES),
    closeReason: z.string().nullable(),
    contactStatus: z.enum(CONTACT_STATUSES).describe('Declared by the user (S0.2)'),
    contactStatusDetail: z.string().nullable(),
    externalStatus: z
      .object({ received: z.string(), label: z.string(), known: z.boolean() })
      .nullable()
      .describe('As sent by the source; null when it sent none'),
    callTracking: z.object({
      available: z.boolean(),
      status: z.string().nullable(),
      label: z.string().nullable(),
    }),
    createdAt: instant,
    receivedAt: instant.describe('When the clock started'),
    lastActivityAt: instant,
    deadlineAt: instant.describe('While paused: as it stood when the pause began'),
    remainingSeconds: z.int().min(0).describe('Open time left (D7), whole seconds, rounded up'),
    paused: z.boolean(),
    pauseReasons: z.array(z.enum(PAUSE_REASONS)),
    overdue: z.boolean(),
    handledAt: instant.nullable(),
    reminders: z.array(
      z.object({
        number: z.int(),
        dueAt: instant.nullable().describe('Null while the clock stands still'),
        sentAt: instant.nullable(),
        missedAt: instant.nullable().describe('Set when it could not leave in time'),
      }),
    ),
    opportunityId: z.uuid().nullable(),
  })
  .meta({ id: 'Lead', description: 'One demand of one contact at one point of sale, with one deadline' });

export type LeadView = z.output<typeof leadSchema>;

/** A lead by itself, as its page shows it. */
export const leadPageSchema = leadSchema
  .extend({
    workflowUrl: z
      .url()
      .nullable()
      .describe('Where Temporal shows the workflow of the lead; null for who may not look into workflows'),
  })
  .meta({ id: 'LeadPage', description: 'A lead by itself, as its page shows it' });
export type LeadPage = z.output<typeof leadPageSchema>;
