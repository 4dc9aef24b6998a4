import { idSchema } from '@relance/service-runtime';
import type { z } from 'zod';
import { anyOfThese, leadListQuery } from '../lead-page/lead-list.schema';

/** The filters and the sort of the list, or the leads themselves; a file has no pages. */
export const leadExportQuery = leadListQuery.omit({ limit: true, cursor: true }).extend({
  id: anyOfThese(idSchema).meta({
    description:
      'These leads, up to 200, and no others; filters are not looked at, and the newest comes first',
  }),
});
export type LeadExportQuery = z.output<typeof leadExportQuery>;
