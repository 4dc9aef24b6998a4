import { Client } from 'pg';

/** Runs a function with a connection of its own, as the administrator. */
export async function withDatabase<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'relance-bench' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Events in the leads' log that the dispatcher has not told to workflows yet. */
export async function eventsNotDispatched(client: Client): Promise<number> {
  const { rows } = await client.query<{ behind: string }>(
    `WITH c AS (SELECT coalesce((SELECT split_part(cursor, '-', 2)::bigint FROM leads.follower_cursor
                                  WHERE follower = 'lead-dispatcher'), 0) AS at)
     SELECT coalesce((SELECT max(position) FROM leads.event), 0) - c.at AS behind FROM c`,
  );
  return Number(rows[0]!.behind);
}
