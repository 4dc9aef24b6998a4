import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { components } from '../api/schema';

export type Person = components['schemas']['User'];

const PAGE = 200;
/** A point of sale has dozens of people; a group of thousands is read in as many pages. */
const MAX_PAGES = 25;

/** Active people who work at a point of sale, by name. */
export const peopleQuery = (pointOfSaleId: string) =>
  queryOptions({
    queryKey: ['users', 'working-at', pointOfSaleId] as const,
    staleTime: 5 * 60_000,
    queryFn: async () => {
      const people: Person[] = [];
      let cursor: string | null = null;
      for (let count = 0; count < MAX_PAGES; count++) {
        const read: components['schemas']['UserList'] = await answer(
          api.GET('/api/v1/users', {
            params: {
              query: {
                pointOfSaleId,
                active: 'true',
                limit: PAGE,
                sort: 'name',
                ...(cursor ? { cursor } : {}),
              },
            },
          }),
        );
        people.push(...read.items);
        cursor = read.nextCursor;
        if (cursor === null) break;
      }
      return people;
    },
  });
