import { ListTotal } from '@relance/service-runtime';
import { z } from 'zod';
import { leadListQuery } from '../lead-page/lead-list.schema';

export const leadCountsQuery = leadListQuery.pick({ pointOfSaleId: true });
export type LeadCountsQuery = z.output<typeof leadCountsQuery>;

/** The numbers on the tabs of the list. */
export const leadCountsSchema = z
  .object({
    overdue: ListTotal.describe('« En souffrance »: as `overdue=true`'),
    toContact: ListTotal.describe('« À contacter »: as `status=IN_PROGRESS&contactStatus=TO_CONTACT`'),
    mine: ListTotal.describe('« Mes leads »: as `status=IN_PROGRESS&assigneeId=me`'),
    open: ListTotal.describe('« En Traitement »: as `status=IN_PROGRESS`'),
    all: ListTotal.describe('« Tous »: without a filter'),
  })
  .meta({
    id: 'LeadCounts',
    description: 'How many leads each tab of the list has; exact up to 10,000',
    examples: [{ overdue: 3, toContact: 12, mine: 7, open: 26, all: { atLeast: 10_000 } }],
  });
export type LeadCountsView = z.output<typeof leadCountsSchema>;
