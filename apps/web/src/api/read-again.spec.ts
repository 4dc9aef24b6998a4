import { QueryObserver } from '@tanstack/react-query';
import { queryClient } from './query-client';
import { readAgain } from './read-again';

it('settings that a colleague saved are read again; those of others, and a form being filled in, are not', () => {
  const read = (): Promise<string> => Promise.resolve('hours');
  const keys = [['port'], ['alpes'], ['port', 'edited']].map((key) => ['settings', 'incoming-leads', ...key]);
  const stop = keys.map((queryKey) => {
    queryClient.setQueryData(queryKey, 'hours');
    return new QueryObserver(queryClient, { queryKey, queryFn: read }).subscribe(() => undefined);
  });
  readAgain({ kind: 'settings', pointOfSaleIds: ['port'] });
  expect(keys.map((queryKey) => queryClient.getQueryState(queryKey)?.isInvalidated)).toEqual([
    true,
    false,
    false,
  ]);
  stop.forEach((end) => end());
});
