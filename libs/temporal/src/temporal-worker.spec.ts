import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { TemporalWorkerRunner } from './temporal-worker';

/** A port where nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a worker', () => {
  it('counts as working while it begins, and no more once Temporal could not be reached', async () => {
    const address = `127.0.0.1:${await closedPort()}`;
    let failed = () => undefined as void;
    const failure = new Promise<void>((resolve) => (failed = resolve));
    const runner = new TemporalWorkerRunner({
      settings: { address, namespace: 'default' },
      worker: { taskQueue: 'none' },
      onError: () => failed(),
    });
    runner.start();
    expect([runner.working, runner.polling]).toEqual([true, false]);
    await failure;
    expect(runner.working).toBe(false);
    await runner.stop();
  });
});
