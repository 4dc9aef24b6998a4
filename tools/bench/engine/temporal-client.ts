import { Client, Connection } from '@temporalio/client';

/** Runs a function with a client of its own. */
export async function withTemporal<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection, namespace: 'default' }));
  } finally {
    await connection.close();
  }
}

/** When each of the workflows that a query finds began, in ms since 1970, in order. */
export async function startTimes(client: Client, query: string): Promise<number[]> {
  const times: number[] = [];
  for await (const { startTime } of client.workflow.list({ query, pageSize: 1000 }))
    times.push(startTime.getTime());
  return times.sort((a, b) => a - b);
}
