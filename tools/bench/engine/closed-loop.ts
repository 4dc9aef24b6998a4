import { HttpConnection } from './http-connection.ts';
import { Latencies } from './latencies.ts';

/** A number of clients, each of which asks again as soon as it has its answer. */
export interface ClosedLoop {
  readonly url: string;
  readonly clients: number;
  /** Ends after this long, or … */
  readonly seconds?: number;
  /** … after this many requests. */
  readonly requests?: number;
  /** The next request's text; `number` counts over all clients. */
  next(number: number): string;
  /** Told of each answer: which request, and after how many ms. */
  answered?(number: number, ms: number): void;
  readonly signal?: AbortSignal;
}

/** What the clients saw. */
export interface LoadSeen {
  readonly seconds: number;
  readonly latencies: Latencies;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** The first answer that was not a success, for the person who wonders. */
  readonly firstRefusal: string | undefined;
}

export async function runClosedLoop(loop: ClosedLoop): Promise<LoadSeen> {
  const connections = await Promise.all(
    Array.from({ length: loop.clients }, () => HttpConnection.open(loop.url)),
  );
  const latencies = new Latencies();
  const statuses = new Map<number, number>();
  let firstRefusal: string | undefined;
  let number = 0;
  const began = performance.now();
  const end = began + (loop.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const most = loop.requests ?? Number.POSITIVE_INFINITY;
  const client = async (connection: HttpConnection): Promise<void> => {
    while (number < most && !loop.signal?.aborted) {
      const asked = performance.now();
      if (asked >= end) return;
      const own = number++;
      const { status, body } = await connection.send(loop.next(own));
      const ms = performance.now() - asked;
      latencies.add(ms);
      loop.answered?.(own, ms);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 300) firstRefusal ??= `${status} ${body.toString('utf8')}`;
    }
  };
  try {
    await Promise.all(connections.map(client));
  } finally {
    for (const connection of connections) connection.close();
  }
  return { seconds: (performance.now() - began) / 1000, latencies, statuses, firstRefusal };
}

/** @throws an Error when any answer was another one than expected: a refusal is quick, and would flatter the figure */
export function requireStatus(seen: LoadSeen, status: number): void {
  if ([...seen.statuses.keys()].every((found) => found === status)) return;
  const counts = [...seen.statuses].map(([found, count]) => `${count} × ${found}`).join(', ');
  throw new Error(`Expected ${status} alone, got ${counts}; the first: ${seen.firstRefusal ?? ''}`);
}
