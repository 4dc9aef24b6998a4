import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reachableHost } from './reachable-host.ts';

test('what listens everywhere is reached by the loopback, and IPv6 stands in brackets', () => {
  assert.deepEqual(['0.0.0.0', '::', '::1', '192.0.2.7', undefined].map(reachableHost), [
    ...['127.0.0.1', '127.0.0.1', '[::1]', '192.0.2.7', '127.0.0.1'],
  ]);
});
