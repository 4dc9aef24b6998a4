import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { components } from '../../api/schema';
import { TIMELINE_KINDS, type TimelineFilter } from './timeline-kinds';

type Read = components['schemas']['TimelineItem'];
export type TimelineItem = Omit<Read, 'data'> & { data: Record<string, unknown> };

const PAGE = 50;
const LONG_PAGE = 200;
/** Beyond so many events of one lead the line and the list of appointments tell of the newest. */
const MAX_LONG_PAGES = 10;

async function page(
  leadId: string,
  limit: number,
  cursor: string | null,
  kind?: readonly TimelineItem['kind'][],
): Promise<{ items: TimelineItem[]; nextCursor: string | null }> {
  const query = { limit, ...(cursor === null ? {} : { cursor }), ...(kind ? { kind: [...kind] } : {}) };
  return answer(api.GET('/api/v1/leads/{id}/timeline', { params: { path: { id: leadId }, query } }));
}

/** What happened to a lead, newest first, page by page. */
export const timelineQuery = (leadId: string, filter: TimelineFilter = 'all') =>
  infiniteQueryOptions({
    queryKey: ['lead', leadId, 'timeline', 'pages', filter] as const,
    queryFn: ({ pageParam }) => page(leadId, PAGE, pageParam, TIMELINE_KINDS[filter]),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** All of it at once, for what is made from the whole history: pauses and appointments. */
export const historyQuery = (leadId: string) =>
  queryOptions({
    queryKey: ['lead', leadId, 'timeline', 'all'] as const,
    queryFn: async () => {
      const items: TimelineItem[] = [];
      let cursor: string | null = null;
      for (let count = 0; count < MAX_LONG_PAGES; count++) {
        const read: Awaited<ReturnType<typeof page>> = await page(leadId, LONG_PAGE, cursor);
        items.push(...read.items);
        cursor = read.nextCursor;
        if (cursor === null) break;
      }
      return items;
    },
  });
