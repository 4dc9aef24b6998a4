import { z } from 'zod';
import { requiredText } from '../intake/text.schema';
import { leadListQuery } from '../lead-page/lead-list.schema';

/** Somebody has at most so many. */
export const MAX_VIEWS = 50;
const MAX_VALUES = 200;
const MAX_LENGTH = 400;

/** The filters and the sort of the list; which page is nothing to keep. */
const listed = leadListQuery.omit({ limit: true, cursor: true });
const value = z.string().max(MAX_LENGTH);
/** Beside the parameters of the list: days of creation that stay true tomorrow, which the browser turns into instants. */
const period = z.string().regex(/^(today|yesterday|7d|30d|(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)$/);
const PERIOD = 'period';
const names = [...(Object.keys(listed.shape) as (keyof typeof listed.shape)[]), PERIOD] as const;

/** Kept as it was written, so that « moi » stays me, and checked by the schema of the list itself. */
const viewQuery = z
  .partialRecord(z.enum(names), z.union([value, z.array(value).min(1).max(MAX_VALUES)]))
  .superRefine(({ [PERIOD]: days, ...query }, context) => {
    const issues = [
      ...(listed.safeParse(query).error?.issues ?? []),
      ...(z.object({ [PERIOD]: period.optional() }).safeParse({ [PERIOD]: days }).error?.issues ?? []),
    ];
    for (const { path, message } of issues) {
      context.addIssue({ code: 'custom', path, message });
    }
  })
  .meta({
    id: 'LeadViewQuery',
    description:
      'Parameters of `GET /leads` without `limit` and `cursor`, as they stand in its address; and `period`: days of creation ' +
      'that follow the calendar, `today`, `yesterday`, `7d`, `30d`, or `2026-11-01..2026-11-15` with one end or both',
    examples: [{ status: 'IN_PROGRESS', type: ['VN', 'VO'], assigneeId: 'me', sort: 'deadlineAt' }],
  });

const name = requiredText(60).describe('One of its kind among the views of its owner, in whatever case');
const EXAMPLE = { name: 'VO à rappeler', query: { type: 'VO', contactStatus: 'NO_ANSWER' } };

export const newLeadViewBody = z
  .strictObject({ name, query: viewQuery })
  .meta({ id: 'NewLeadView', examples: [EXAMPLE] });
export type NewLeadViewBody = z.output<typeof newLeadViewBody>;

export const leadViewBody = z
  .strictObject({
    name,
    query: viewQuery,
    position: z
      .int()
      .min(0)
      .max(MAX_VIEWS - 1)
      .optional()
      .describe('Where it goes among the others, from 0; absent: it stays'),
  })
  .meta({ id: 'LeadViewEdit', examples: [{ ...EXAMPLE, position: 0 }] });
export type LeadViewBody = z.output<typeof leadViewBody>;

export const leadViewSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    position: z.int().min(0).describe('From 0, without gaps'),
    version: z.int().min(1).describe('Its ETag'),
  })
  .meta({
    id: 'LeadView',
    description: 'Filters of the list of leads that somebody keeps under a name',
    examples: [{ id: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90', ...EXAMPLE, position: 0, version: 1 }],
  });
export type SavedLeadView = z.output<typeof leadViewSchema>;

export const leadViewsSchema = z.object({ items: z.array(leadViewSchema) }).meta({ id: 'LeadViews' });
