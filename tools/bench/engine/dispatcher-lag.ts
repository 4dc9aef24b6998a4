import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { BenchContext } from './bench.ts';

const withinMs = 20 * 60_000;

/** Events in the leads' log that the dispatcher has not told to workflows yet. */
export async function eventsNotDispatched(database: Client): Promise<number> {
  const { rows } = await database.query<{ behind: string }>(
    `WITH c AS (SELECT coalesce((SELECT split_part(cursor, '-', 2)::bigint FROM leads.follower_cursor
                                  WHERE follower = 'lead-dispatcher'), 0) AS at)
     SELECT coalesce((SELECT max(position) FROM leads.event), 0) - c.at AS behind FROM c`,
  );
  return Number(rows[0]!.behind);
}

/** Waits until workflows were told of every event; gives the seconds that took. */
export async function dispatcherCaughtUp(context: BenchContext, database: Client): Promise<number> {
  const began = performance.now();
  for (let told = began; ; await delay(250)) {
    const behind = await eventsNotDispatched(database);
    const elapsed = performance.now() - began;
    if (behind <= 0) return elapsed / 1000;
    if (elapsed > withinMs) throw new Error(`The dispatcher is still ${behind} events behind.`);
    context.signal.throwIfAborted();
    if (performance.now() - told > 10_000) {
      told = performance.now();
      context.say(`the dispatcher catches up: ${behind} events left`);
    }
  }
}
