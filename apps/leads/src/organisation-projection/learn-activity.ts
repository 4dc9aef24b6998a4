import type { OrganisationEvents } from '@relance/contracts-organisation';
import { BEGINNING, type EventFeedPage } from '@relance/event-log';
import type { DataSource } from 'typeorm';

const FOLLOWER = 'organisation/active';

/**
 * The version before passed over whether a point of sale is active, and its cursor stands behind those events. So the feed
 * is read once more, for that alone; afterwards this costs one look at a row. What was saved last holds.
 *
 * @param fetch gives the page of the feed after a cursor; an empty one is the end
 */
export async function learnActivity(
  dataSource: DataSource,
  fetch: (after: string) => Promise<EventFeedPage>,
): Promise<void> {
  const learnt = await dataSource.query<object[]>('SELECT 1 FROM leads.follower_cursor WHERE follower = $1', [
    FOLLOWER,
  ]);
  if (learnt.length > 0) return;
  const active = new Map<string, boolean>();
  let cursor: string = BEGINNING;
  for (let page = await fetch(cursor); page.events.length > 0; page = await fetch(cursor)) {
    for (const { type, data } of page.events) {
      if (type !== 'pointOfSale.saved') continue;
      const { pointOfSale } = data as OrganisationEvents['pointOfSale.saved'];
      active.set(pointOfSale.id, pointOfSale.active ?? true);
    }
    cursor = page.next;
  }
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `UPDATE leads.point_of_sale p SET active = told.active
         FROM unnest($1::uuid[], $2::boolean[]) AS told(id, active) WHERE told.id = p.id`,
      [[...active.keys()], [...active.values()]],
    );
    await tx.query(
      'INSERT INTO leads.follower_cursor (follower, cursor) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [FOLLOWER, cursor],
    );
  });
}
