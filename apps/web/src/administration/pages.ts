import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

const PAGE = 50;

/** A list of the API, a page at a time; `read` gets the cursor as the API takes it. */
export function usePages<T>(
  queryKey: readonly unknown[],
  read: (page: { limit: number; cursor?: string }) => Promise<{ items: T[]; nextCursor: string | null }>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read({ limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    // While other filters are asked for, what was there stays.
    placeholderData: keepPreviousData,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
