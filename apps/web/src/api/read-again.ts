import type { LiveMessage } from './live';
import { queryClient } from './query-client';

/**
 * Keys of what is read about leads: `['lead', id]` and below for one of them, `['leads', …]` for lists and counts.
 * Lists look after themselves (nothing moves under a finger); here is what may change at once.
 */
export function readAgain(message: LiveMessage): void {
  if (message.kind === 'resync') {
    void queryClient.invalidateQueries({ queryKey: ['lead'] });
    void queryClient.invalidateQueries({ queryKey: ['lead-counts'] });
    return;
  }
  for (const leadId of new Set(message.changes.map((change) => change.leadId)))
    void queryClient.invalidateQueries({ queryKey: ['lead', leadId] });
  void queryClient.invalidateQueries({ queryKey: ['lead-counts'] });
}
