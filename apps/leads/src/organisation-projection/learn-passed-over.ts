import type { OrganisationEvents } from '@relance/contracts-organisation';
import { BEGINNING, type EventFeedPage, type StoredEvent } from '@relance/event-log';
import type { DataSource } from 'typeorm';
import { applyOrganisationEvent } from './organisation-events';

const FOLLOWER = 'organisation/roles';

/**
 * Versions before passed over whether a point of sale is active and which roles see leads, and their cursor stands behind
 * those events. So the feed is read once more, for that alone; afterwards this costs one look at a row. What was saved last
 * holds.
 *
 * @param fetch gives the page of the feed after a cursor; an empty one is the end
 */
export async function learnPassedOver(
  dataSource: DataSource,
  fetch: (after: string) => Promise<EventFeedPage>,
): Promise<void> {
  const learnt = await dataSource.query<object[]>('SELECT 1 FROM leads.follower_cursor WHERE follower = $1', [
    FOLLOWER,
  ]);
  if (learnt.length > 0) return;
  const active = new Map<string, boolean>();
  const roles = new Map<string, StoredEvent>();
  let cursor: string = BEGINNING;
  for (let page = await fetch(cursor); page.events.length > 0; page = await fetch(cursor)) {
    for (const event of page.events) {
      if (event.type === 'pointOfSale.saved') {
        const { pointOfSale } = event.data as OrganisationEvents['pointOfSale.saved'];
        active.set(pointOfSale.id, pointOfSale.active ?? true);
      }
      if (event.type === 'role.permissionsSaved') {
        roles.set((event.data as OrganisationEvents['role.permissionsSaved']).role, event);
      }
    }
    cursor = page.next;
  }
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `UPDATE leads.point_of_sale p SET active = told.active
         FROM unnest($1::uuid[], $2::boolean[]) AS told(id, active) WHERE told.id = p.id`,
      [[...active.keys()], [...active.values()]],
    );
    for (const event of roles.values()) await applyOrganisationEvent(tx, event);
    await tx.query(
      'INSERT INTO leads.follower_cursor (follower, cursor) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [FOLLOWER, cursor],
    );
  });
}
