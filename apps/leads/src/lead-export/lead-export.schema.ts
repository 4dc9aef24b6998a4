import type { z } from 'zod';
import { leadListQuery } from '../lead-page/lead-list.schema';

/** The filters and the sort of the list; a file has no pages. */
export const leadExportQuery = leadListQuery.omit({ limit: true, cursor: true });
export type LeadExportQuery = z.output<typeof leadExportQuery>;
