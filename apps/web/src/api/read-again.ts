import type { LiveMessage } from './live';
import { Pace } from './pace';
import { queryClient } from './query-client';
import { readBelow } from './read-below';

/** Settings of a point of sale, such as its opening hours; its id follows. */
const SETTINGS = ['settings', 'incoming-leads'] as const;

/**
 * Keys of what is read about leads: `['lead', id]` and below for one of them, `['leads', …]` for lists and counts.
 * Lists look after themselves (nothing moves under a finger); here is what may change at once.
 */
export function readAgain(message: LiveMessage): void {
  if (message.kind === 'resync') {
    readBelow(['lead']);
    // Many points of sale, seldom changed: read when somebody looks at them again.
    void queryClient.invalidateQueries({ queryKey: SETTINGS, refetchType: 'none' });
    countAgain();
    return;
  }
  if (message.kind === 'settings') {
    // Exactly: a form that somebody is filling in is below, and stands upon the version it was opened with.
    for (const id of message.pointOfSaleIds)
      void queryClient.invalidateQueries({ queryKey: [...SETTINGS, id], exact: true });
    return;
  }
  for (const leadId of new Set(message.changes.map((change) => change.leadId))) readBelow(['lead', leadId]);
  countAgain();
}

const countPace = new Pace();
let counting: ReturnType<typeof setTimeout> | undefined;

/** The numbers on the tabs, at a pace that hundreds of browsers can keep; a page nobody sees waits until it is seen. */
function countAgain(): void {
  counting ??= setTimeout(
    () => {
      counting = undefined;
      countPace.done(performance.now());
      void queryClient.invalidateQueries({
        queryKey: ['lead-counts'],
        refetchType: document.hidden ? 'none' : 'active',
      });
    },
    countPace.delay(performance.now(), Math.random()),
  );
}
