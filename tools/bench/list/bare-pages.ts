import { Client } from 'pg';
import { Latencies } from '../engine/latencies.ts';
import type { SeenStatement } from './statements.ts';

/** Rows as they come: what is made of them is not PostgreSQL's time. */
const untouched = { rowMode: 'array', types: { getTypeParser: () => (text: string) => text } } as const;

/**
 * The limit of the list: the statements of one page, prepared where the service prepares them, one page after the other,
 * from as many plain clients.
 *
 * @param pages the statements of each kind of page
 */
export async function measureBarePages(
  databaseUrl: string,
  pages: readonly (readonly SeenStatement[])[],
  options: { clients: number; seconds: number },
): Promise<Latencies[]> {
  const latencies = pages.map(() => new Latencies());
  const end = performance.now() + options.seconds * 1000;
  let number = 0;
  const ask = async (): Promise<void> => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      while (performance.now() < end) {
        const kind = number++ % pages.length;
        const asked = performance.now();
        for (const { name, text, values } of pages[kind]!) {
          await client.query({ ...{ name, text, values: [...values] }, ...untouched });
        }
        latencies[kind]!.add(performance.now() - asked);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all(Array.from({ length: options.clients }, ask));
  return latencies;
}
