import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './problem';
import { onOtherPerson } from './other-person';

const MAX_TRIES = 3;

/** What was read is shown at once and read again behind; live events say sooner when something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => isPassing(error) && failures < MAX_TRIES,
      retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 8_000),
      throwOnError: false,
    },
    // Never by itself: its answer may be lost and the work done, and a second request is another one.
    mutations: { retry: false },
  },
});

onOtherPerson(() => queryClient.clear());
