import { idSchema } from '@relance/service-runtime';
import { z } from 'zod';

/** To whom, or where, a lead goes. */
export const assignment = {
  userId: idSchema.nullish().describe('Null: to nobody'),
  pointOfSaleId: idSchema.optional().describe('Another point of sale (S2.8)'),
};

/** One of the two has to be said: for the refinement and for the JSON schema of a body with {@link assignment}. */
export const ASSIGNMENT_NEEDED = {
  check: (body: { userId?: string | null; pointOfSaleId?: string }): boolean =>
    body.userId !== undefined || body.pointOfSaleId !== undefined,
  error: 'userId or pointOfSaleId is needed',
  anyOf: [{ required: ['userId'] }, { required: ['pointOfSaleId'] }],
};

export const assignBody = z
  .strictObject(assignment)
  .refine(ASSIGNMENT_NEEDED.check, { error: ASSIGNMENT_NEEDED.error })
  .meta({ id: 'LeadAssignment', anyOf: ASSIGNMENT_NEEDED.anyOf });
