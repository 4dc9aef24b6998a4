import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { requireStatus, runClosedLoop } from './closed-loop.ts';
import { requestText } from './http-connection.ts';
import { Latencies } from './latencies.ts';
import { usageByName } from './process-usage.ts';
import { rounded } from './table.ts';

test('a percentile is the value that this share does not exceed', () => {
  const latencies = new Latencies();
  for (let value = 100; value >= 1; value -= 1) latencies.add(value);
  assert.deepEqual(
    [0.5, 0.99, 1].map((share) => latencies.percentile(share)),
    [50, 99, 100],
  );
  assert.ok(Number.isNaN(new Latencies().percentile(0.5)));
});

test('numbers are shown with three digits that matter', () => {
  const shown = [1234.5, 99.96, 0.012345, 1_000_000, Number.NaN].map(rounded);
  assert.deepEqual(shown, ['1,235', '100', '0.0123', '1,000,000', '–']);
});

test('clients ask one request after the other, and every answer is counted by its status', async () => {
  const server = createServer((request, response) => {
    const known = request.url !== '/none';
    response.statusCode = known ? 200 : 404;
    // In one piece, or in chunks.
    if (request.url === '/chunks') response.write('some ');
    response.end('text');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const paths = ['/', '/chunks'];
    const loop = { url, clients: 3, requests: 20 };
    const seen = await runClosedLoop({
      ...loop,
      next: (number) => requestText('GET', `${url}${paths[number % 2]}`, {}),
    });
    assert.deepEqual([...seen.statuses], [[200, 20]]);
    const refused = await runClosedLoop({ ...loop, next: () => requestText('GET', `${url}/none`, {}) });
    assert.throws(() => requireStatus(refused, 200), /Expected 200 alone, got 20 × 404; the first: 404 text/);
  } finally {
    server.close();
  }
});

test('CPU time and memory of a process are read by name', { skip: process.platform !== 'linux' }, () => {
  const usage = usageByName({ bench: process.pid }, true).get('bench')!;
  assert.ok(usage.cpuMs > 0);
  assert.ok(usage.memoryBytes > 2 ** 20);
  assert.ok(usage.processes >= 1);
});
