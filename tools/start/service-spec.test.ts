import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { environmentsFor } from './environment.ts';
import { readOptions } from './options.ts';
import { serviceSpec } from './service-spec.ts';

test(
  'a service is asked for its readiness where it listens',
  { skip: process.platform !== 'linux' },
  async () => {
    const server = createServer((_, response) => response.end()).listen(0, '127.0.0.2');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const spec = serviceSpec('gateway', { PORT: String(port), HOST: '127.0.0.2' }, readOptions({}));
    assert.equal(await spec.isReady!(), true);
    server.close();
  },
);

test('what a Temporal of one’s own asks for is handed to tools too', () => {
  const given = { TEMPORAL_ADDRESS: 'temporal.example:7233', TEMPORAL_TLS: '1', TEMPORAL_API_KEY: 'key' };
  const secrets = new Proxy({}, { get: () => 'x'.repeat(32) });
  const { all } = environmentsFor(readOptions(given), secrets as never);
  assert.deepEqual(
    [all['TEMPORAL_ADDRESS'], all['TEMPORAL_TLS'], all['TEMPORAL_API_KEY']],
    Object.values(given),
  );
});

test('what is read before a process is there once it is built, wherever Relance is started from', () => {
  const { args, cwd } = serviceSpec('leads-worker', { PORT: '1', HOST: '127.0.0.1' }, readOptions({}));
  assert.equal(args[0], '--require');
  assert.ok(existsSync(join(cwd!, args[1]!)));
});
