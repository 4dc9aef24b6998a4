import { idSchema } from '@relance/service-runtime';
import { z } from 'zod';
import { assignment, ASSIGNMENT_NEEDED } from '../lifecycle/assignment.schema';

const MAX_LEADS = 200;

const LEAD = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90';
const OTHER_LEAD = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e91';
const SOMEBODY = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e01';
const PLACE = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e02';

const ids = z
  .array(idSchema)
  .min(1)
  .max(MAX_LEADS)
  .describe(`1 to ${MAX_LEADS} leads; one that is named twice counts once`);

export const takeManyBody = z
  .strictObject({ ids })
  .meta({ id: 'LeadsToTake', examples: [{ ids: [LEAD, OTHER_LEAD] }] });
export type TakeManyBody = z.output<typeof takeManyBody>;

export const assignManyBody = z
  .strictObject({ ids, ...assignment })
  .refine(ASSIGNMENT_NEEDED.check, { error: ASSIGNMENT_NEEDED.error })
  .meta({
    id: 'LeadsToAssign',
    anyOf: ASSIGNMENT_NEEDED.anyOf,
    examples: [{ ids: [LEAD, OTHER_LEAD], userId: SOMEBODY }],
  });
export type AssignManyBody = z.output<typeof assignManyBody>;

const doneSchema = z.object({
  id: z.uuid(),
  previousAssigneeId: z.uuid().nullable().describe('For giving it back'),
  previousPointOfSaleId: z.uuid().describe('For giving it back'),
  version: z.int().min(1).describe('The ETag of the lead as it is now'),
});
export type DoneLead = z.output<typeof doneSchema>;

const failedSchema = z.object({
  id: z.uuid(),
  code: z
    .string()
    .describe('As that of the problem one lead alone would have got, e.g. `LEAD_ALREADY_TAKEN`'),
  detail: z.string(),
});
export type FailedLead = z.output<typeof failedSchema>;

/** What became of each lead, in the order asked. */
export const bulkOutcomeSchema = z.object({ done: z.array(doneSchema), failed: z.array(failedSchema) }).meta({
  id: 'BulkOutcome',
  description:
    'What became of each lead: those that were changed, or were so already, and those that could not',
  examples: [
    {
      done: [{ id: LEAD, previousAssigneeId: null, previousPointOfSaleId: PLACE, version: 2 }],
      failed: [{ id: OTHER_LEAD, code: 'NOT_FOUND', detail: 'There is nothing here.' }],
    },
  ],
});
export type BulkOutcome = z.output<typeof bulkOutcomeSchema>;
