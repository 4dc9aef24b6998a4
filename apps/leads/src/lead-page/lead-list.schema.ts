import { CONTACT_STATUSES, LEAD_STATUSES } from '@relance/contracts-leads';
import { LEAD_TYPES } from '@relance/contracts-organisation';
import { listOf, pageQuery, queryBoolean, idSchema } from '@relance/service-runtime';
import { z } from 'zod';
import { leadSchema } from './lead.schema';

export const LEAD_SORTS = ['-createdAt', 'createdAt', '-deadlineAt', 'deadlineAt'] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];

/** S0.7, and NONE for a lead without call tracking. */
export const CALL_TRACKING_FILTERS = [
  'NONE',
  'TO_CALL_BACK',
  'CALLED',
  'NOT_CALLED_BACK',
  'CALLED_BACK_LATE',
] as const;

const MAX_LISTED = 200;

/** One value, several (`?status=WON&status=LOST`), or several in one (`?status=WON,LOST`). */
export function anyOfThese<T extends z.ZodType>(item: T) {
  const split = (value: unknown): unknown => {
    if (value === undefined) return undefined;
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    return values.flatMap((each) => (typeof each === 'string' ? each.split(',') : [each]));
  };
  return z.preprocess(split, z.array(item).min(1).max(MAX_LISTED).optional());
}

const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset, e.g. 2026-11-21T14:30:00Z' })
  .transform((text) => new Date(text));

const filterText = (max: number) =>
  z
    .string()
    .regex(/^[^\u0000]*$/, 'must not contain the character NUL')
    .max(max);

/** What `GET /leads` can be asked. All filters given hold at once; of several values of one filter, any. */
export const leadListQuery = z.strictObject({
  status: anyOfThese(z.enum(LEAD_STATUSES)),
  contactStatus: anyOfThese(z.enum(CONTACT_STATUSES)),
  overdue: queryBoolean()
    .optional()
    .meta({ description: '« En souffrance » at the moment of the question, whatever any worker did' }),
  paused: queryBoolean().optional().meta({ description: 'Whether the clock stands still (D5)' }),
  assigneeId: z
    .union([idSchema, z.enum(['me', 'none'])])
    .optional()
    .meta({ description: 'A user, `me`, or `none` for leads nobody is in charge of' }),
  pointOfSaleId: anyOfThese(idSchema),
  type: anyOfThese(z.enum(LEAD_TYPES)),
  source: filterText(120).min(1).optional().meta({ description: 'Name of the source, in whatever case' }),
  tag: filterText(40).min(1).optional().meta({ description: 'Leads that carry this tag' }),
  callTracking: anyOfThese(z.enum(CALL_TRACKING_FILTERS)),
  q: filterText(300).optional().meta({
    description:
      'Beginnings of words of the name, e-mail, telephone number or code of the lead; all of them must be found',
  }),
  createdFrom: instant.optional().meta({ description: 'Created at this instant or later' }),
  createdTo: instant.optional().meta({ description: 'Created before this instant' }),
  sort: z.enum(LEAD_SORTS).default('-createdAt').meta({ description: 'Order; a minus sign turns it round' }),
  ...pageQuery,
});
export type LeadListQuery = z.output<typeof leadListQuery>;

export const leadListSchema = listOf(leadSchema).meta({ id: 'LeadList' });
