import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestStack } from '../embedded/index.ts';
import { isFree, portsFor } from '../embedded/ports.ts';

/**
 * Runs `work` with PostgreSQL, Temporal (time can be skipped) and a mail catcher of their own, and takes them away
 * afterwards, whatever happened.
 *
 * @param work receives the environment by which specs find the parts
 */
export async function withTestStack<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'relance-test-'));
  // PostgreSQL never runs as root: its own account must get through to its folder.
  await chmod(home, 0o755);
  try {
    const stack = await startTestStack({ timeSkipping: true, home, portOffset: await freePortOffset() });
    try {
      return await work(stack.env);
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** An offset at which nobody listens on any port of the system. */
async function freePortOffset(): Promise<number> {
  const first = process.pid % 200;
  for (let step = 0; step < 200; step += 1) {
    const offset = 20_000 + ((first + step) % 200) * 150;
    const free = await Promise.all(Object.values(portsFor(offset)).map((port) => isFree(port)));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('No free range of ports was found for the tests.');
}
